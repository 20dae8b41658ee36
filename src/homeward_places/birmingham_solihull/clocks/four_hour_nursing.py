"""Was a nurse with the person within four hours when the need could not wait for a planned visit?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard, Test
from homeward_places.birmingham_solihull.clocks.ends import IN_PERSON, NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

FOUR_HOUR_NURSING = Clock(
    code="four-hour-nursing",
    title="Four-hour nursing visit",
    plain_words="From the moment the need was received to the first visit in person.",
    starts_on=(On(event="referral.receive"),),
    stops_on=(IN_PERSON,),
    abandons_on=NEED_ENDED,
    applies=Test(fact="urgency", is_="is", value="four-hours"),
    calendar="always",
    target=timedelta(hours=4),
    standard=Standard(
        words="Urgent needs for district nursing are visited within four hours.",
        source="Birmingham Community Healthcare, Single point of access page",
    ),
    escalations=(
        Escalation(
            after_fraction=0.75,
            to_role="team-lead",
            words="One hour is left. Check who is going and tell the person.",
        ),
        Escalation(
            after_fraction=1.0,
            to_role="hub-coordinator",
            words="Four hours have passed. Ring the person and find another visitor.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
