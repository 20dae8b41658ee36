"""Was every person on a virtual ward reviewed in the last day?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Pause, Standard
from homeward_places.birmingham_solihull.clocks.ends import ANY_CONTACT, EPISODE_ENDED
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

REVIEWED = On(event="monitoring.review")

DAILY_REVIEW = Clock(
    code="virtual-ward-daily-review",
    title="Daily review",
    plain_words="From joining the virtual ward, or the last review, to the next review.",
    starts_on=(On(event="episode.open"), REVIEWED, ANY_CONTACT),
    stops_on=(REVIEWED, ANY_CONTACT),
    abandons_on=EPISODE_ENDED,
    pauses=(
        Pause(
            from_=On(event="monitoring.step_up"),
            until=(On(event="monitoring.step_down"),),
            reason="person-in-hospital",
        ),
    ),
    calendar="always",
    target=timedelta(hours=24),
    repeats=True,
    standard=Standard(
        words="People on a virtual ward are reviewed every day by a clinician under a named senior one.",
        source="NHS England, Virtual wards operational framework",
    ),
    escalations=(
        Escalation(after_fraction=0.8, to_role="team-lead", words="This person has not been reviewed today."),
        Escalation(after_fraction=1.0, to_role="hub-clinician", words="A day has passed with no review. Ring now."),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)
