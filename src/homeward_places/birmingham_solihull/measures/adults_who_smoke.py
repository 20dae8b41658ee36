"""What is counted as 'adults who smoke'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.clinical_codes import SMOKES, SMOKES_NOT, UNTRUE
from homeward_places.birmingham_solihull.measures.health_records import known_people
from homeward_places.birmingham_solihull.measures.rows import AS_THINGS_STAND, shown, told


def rows(tables: Any) -> Any:
    """One row for each adult with shared records, with the last status that anybody wrote down."""
    import ibis  # only where numbers are compiled

    people = known_people(tables, youngest=18)
    said = tables.observations.mutate(said=ibis.coalesce(tables.observations.value_code, tables.observations.code))
    said = said.filter(
        said.said.isin((*SMOKES, *SMOKES_NOT)),
        ~said.status.fill_null("final").isin(UNTRUE),
        said.taken_at <= tables.as_of,
    )
    newest = ibis.window(group_by=said.person_id, order_by=[said.taken_at.desc(), said.item_id])
    last = said.mutate(rank=ibis.row_number().over(newest))
    last = last.filter(last.rank == 0).select("said", of="person_id")
    known = people.left_join(last, people.person_id == last.of)
    judged = told(
        known,
        (known.said.isin(SMOKES), "met", "Smokes", True),
        (known.said.notnull(), "not_met", "Does not smoke", True),
        (None, "excluded", "Nobody has written down whether they smoke", False),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at")


ADULTS_WHO_SMOKE = Measure(
    code="adults-who-smoke",
    title="Adults who smoke",
    number="M24",
    kind="share",
    question="How many adults smoke?",
    definition="Adults whose smoking status is known, and whether the last one says that they smoke.",
    numerator="Adults whose last recorded status is that they smoke",
    denominator="Adults whose smoking status is known",
    population="People aged 18 and over whose records partners share with us",
    clock_rule="The last status on record, however old, at the latest count",
    exclusions=("People who have died",),
    source=PLAN,
    definition_source="Fingertips indicator 92443 asks a sample; here it is what records say",
    direction="down",
    cannot_tell=(
        "Anything about people never asked",
        "Whether somebody who stopped has begun again",
    ),
    row="person",
    no_series=AS_THINGS_STAND,
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)
