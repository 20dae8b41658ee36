"""Did somebody speak with the person within a working week?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard, Test
from homeward_places.birmingham_solihull.clocks.ends import ANY_CONTACT, NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

ONE_WEEK_CONTACT = Clock(
    code="one-week-contact",
    title="First contact within a week",
    plain_words="From the need being received to the first contact, counted in office hours (40 hours).",
    starts_on=(On(event="referral.receive"),),
    stops_on=(ANY_CONTACT,),
    abandons_on=NEED_ENDED,
    applies=Test(fact="urgency", is_="is", value="one-week"),
    calendar="weekdays-9-to-5",
    target=timedelta(hours=40),
    standard=Standard(
        words="A need that can wait a week is answered within five working days.",
        source="Local proposal, not yet agreed by the partnership",
        local_proposal=True,
    ),
    escalations=(Escalation(after_fraction=0.8, to_role="team-lead", words="One working day is left."),),
    owner=COMMUNITY,
    review_by=SPRING,
)
