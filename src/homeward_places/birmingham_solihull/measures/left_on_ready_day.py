"""What is counted as 'left on the day they were ready'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.measures.leaving import left_alive
from homeward_places.birmingham_solihull.measures.rows import shown, told


def rows(tables: Any) -> Any:
    """One row for each person who left a hospital alive."""
    left = left_alive(tables)
    judged = told(
        left,
        (left.gone_on, "excluded", "Moved to another hospital", True),
        (left.died, "excluded", "Died in hospital", True),
        (left.days_waited.isnull(), "excluded", "No ward wrote down since when they could leave", False),
        (left.days_waited <= 0, "met", "Left on the day they were ready", True),
        (None, "not_met", "Left on a later day", True),
    )
    return shown(judged, tables, row_id="stay_id", started_at="left_at", own=("team",))


LEFT_ON_READY_DAY = Measure(
    code="left-on-ready-day",
    title="Left on the day they were ready",
    number="M3",
    kind="share",
    question="How many people leave hospital on the very day they are ready?",
    definition="People who left alive, and whether that was on their discharge ready date.",
    numerator="People who left on their discharge ready date",
    denominator="People who left alive in the period and had a discharge ready date",
    population="Everybody who left one of the place's hospitals alive, of any age",
    clock_rule="Whole London days between two dates",
    exclusions=(
        "People who died in hospital",
        "People moved to another hospital",
    ),
    source="NHS England, discharge ready date guidance",
    definition_source="NHS England, discharge ready date, as guidance stood in 2024",
    definition_version="Guidance as it stood in 2024",
    chart="p",
    cannot_tell=("Whether they left well prepared, or came back: a discharge can be too quick",),
    beside=("discharge-delay",),
    row="stay",
    expression=rows,
    owner=HOSPITALS,
    review_by=SPRING,
)
