"""Was somebody with the person within two hours of the need being received?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard, Test
from homeward_places.birmingham_solihull.clocks.ends import IN_PERSON, NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

TWO_HOUR_RESPONSE = Clock(
    code="two-hour-response",
    title="Two-hour response",
    plain_words="From the moment the need was received to the first visit in person, whoever makes it.",
    starts_on=(On(event="referral.receive"),),
    stops_on=(IN_PERSON,),
    abandons_on=NEED_ENDED,
    applies=Test(fact="urgency", is_="is", value="two-hours"),
    calendar="always",
    target=timedelta(minutes=120),
    inclusive=True,
    whole_minutes=True,
    standard=Standard(
        words="At least 70% of two-hour needs in scope are visited within two hours of the referral being received. "
        "Seconds are not counted. The start and stop rule is kept configurable until the technical guidance can be quoted.",
        source="NHS England, Urgent community response services: two-hour standard",
    ),
    escalations=(
        Escalation(
            after_fraction=0.5,
            to_role="hub-coordinator",
            words="Half of the two hours has gone. Check that someone is on the way.",
        ),
        Escalation(
            after_fraction=0.75,
            to_role="team-lead",
            words="30 minutes are left and nobody has recorded a visit. Send the nearest free member of the team.",
        ),
        Escalation(
            after_fraction=1.0,
            to_role="hub-clinician",
            words="Two hours have passed. Ring the person now and decide what is safe until the visit.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
