"""Did planned care begin within eighteen weeks?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard, Test
from homeward_places.birmingham_solihull.clocks.ends import ANY_CONTACT, NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

PLANNED_CONTACT = Clock(
    code="planned-contact",
    title="First contact within 18 weeks",
    plain_words="From the need being received to the first contact.",
    starts_on=(On(event="referral.receive"),),
    stops_on=(ANY_CONTACT,),
    abandons_on=NEED_ENDED,
    applies=Test(fact="urgency", is_="is", value="planned"),
    calendar="always",
    target=timedelta(weeks=18),
    standard=Standard(
        words="Nobody waits more than 18 weeks for planned community care.",
        source="Local proposal, after the 18-week band of the national community waits return",
        local_proposal=True,
    ),
    escalations=(
        Escalation(after_fraction=0.66, to_role="team-lead", words="12 weeks have passed. Offer a date now."),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
