"""How long does a person stay in hospital after they no longer need to be there?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard
from homeward_places.birmingham_solihull.clocks.ends import EPISODE_ENDED
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

READY_TO_HOME = Clock(
    code="discharge-ready-to-home",
    title="Ready to home",
    plain_words="From the day the person no longer met the criteria to reside to the day they left.",
    starts_on=(On(event="episode.stage", where=(("to", "ready-to-leave"),)),),
    stops_on=(On(event="episode.stage", where=(("to", "left-hospital"),)),),
    abandons_on=(On(event="episode.stage", where=(("to", "not-ready"),)), *EPISODE_ENDED),
    calendar="always",
    target=timedelta(days=1),
    repeats=True,
    standard=Standard(
        words="The wait is counted from the discharge ready date, which is the start of the last run of days "
        "without criteria to reside. One day is our proposal.",
        source="NHS England, Discharge ready date guidance; target is a local proposal",
        local_proposal=True,
    ),
    escalations=(
        Escalation(after_fraction=0.5, to_role="ward-flow", words="Half a day has passed. Who owns the next step?"),
        Escalation(after_fraction=1.0, to_role="team-lead", words="This person is waiting in a bed they do not need."),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)
