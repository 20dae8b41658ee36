"""How soon does a team answer when the hub offers it a need?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.clocks.ends import NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

TEAM_ACCEPTANCE = Clock(
    code="team-acceptance",
    title="Team answers the hub",
    plain_words="From the hub placing the need with a team to that team accepting it or handing it on.",
    starts_on=(On(event="referral.place"),),
    stops_on=(
        On(event="referral.accept"),
        On(event="referral.decline"),
        On(event="referral.hand_back"),
        On(event="referral.refer_on"),
        On(event="referral.no_capacity"),
    ),
    abandons_on=NEED_ENDED,
    calendar="always",
    target=timedelta(minutes=30),
    repeats=True,
    standard=Standard(
        words="A team answers within 30 minutes of being offered a need.",
        source="Local proposal, not yet agreed by the partnership",
        local_proposal=True,
    ),
    escalations=(
        Escalation(after_fraction=0.5, to_role="team-lead", words="The hub is waiting for your answer."),
        Escalation(after_fraction=1.0, to_role="hub-coordinator", words="No answer yet. Ring the team."),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
