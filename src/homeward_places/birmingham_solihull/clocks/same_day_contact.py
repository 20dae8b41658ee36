"""Did somebody speak with the person on the day the need was received, in hub hours?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard, Test
from homeward_places.birmingham_solihull.clocks.ends import ANY_CONTACT, NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

SAME_DAY_CONTACT = Clock(
    code="same-day-contact",
    title="First contact today",
    plain_words="From the need being received to the first contact, counted in hours from 8am to 8pm.",
    starts_on=(On(event="referral.receive"),),
    stops_on=(ANY_CONTACT,),
    abandons_on=NEED_ENDED,
    applies=Test(fact="urgency", is_="is", value="same-day"),
    calendar="every-day-8-to-8",
    target=timedelta(hours=12),
    standard=Standard(
        words="A need for help today is answered within 12 open hours.",
        source="Local proposal, not yet agreed by the partnership",
        local_proposal=True,
    ),
    escalations=(
        Escalation(
            after_fraction=0.75, to_role="hub-coordinator", words="Three open hours are left for a contact today."
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
