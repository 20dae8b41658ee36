"""Does recovery care end, or become something else, within six weeks?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.clocks.ends import EPISODE_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

SIX_WEEKS = Clock(
    code="six-weeks-of-recovery",
    title="Six weeks of recovery care",
    plain_words="From the start of recovery care to its end.",
    starts_on=(On(event="episode.open"),),
    stops_on=EPISODE_ENDED,
    calendar="always",
    target=timedelta(weeks=6),
    standard=Standard(
        words="Intermediate care and reablement are free of charge for up to six weeks.",
        source="Care and Support (Preventing Needs for Care and Support) Regulations 2014",
    ),
    escalations=(
        Escalation(after_fraction=0.83, to_role="team-lead", words="One week is left. Agree what comes next."),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
