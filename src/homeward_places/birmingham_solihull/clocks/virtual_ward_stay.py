"""How long does a stay on a virtual ward last?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.clocks.ends import EPISODE_ENDED
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

VIRTUAL_WARD_STAY = Clock(
    code="virtual-ward-stay",
    title="Stay on the virtual ward",
    plain_words="From joining the virtual ward to leaving it.",
    starts_on=(On(event="episode.open"),),
    stops_on=EPISODE_ENDED,
    calendar="always",
    target=timedelta(days=14),
    standard=Standard(
        words="A stay lasts up to 14 days.",
        source="Local proposal, after common virtual ward practice",
        local_proposal=True,
    ),
    escalations=(
        Escalation(after_fraction=0.85, to_role="team-lead", words="Two days are left. Plan what happens next."),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)
