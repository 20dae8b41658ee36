"""What is counted as 'flu vaccination at 65 and over'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.clinical_codes import FLU
from homeward_places.birmingham_solihull.measures.health_records import known_people, vaccinated
from homeward_places.birmingham_solihull.measures.rows import A_SEASON, shown, told

OLDEST_BEFORE, SEPTEMBER = 65, 9


def rows(tables: Any) -> Any:
    """One row for each person of 65 and over with shared records.

    Months since the year nought say in which season a day lies. One hour is added, for a day in September begins in
    August by the clock of Greenwich.
    """
    import ibis  # only where numbers are compiled

    people = known_people(tables, youngest=OLDEST_BEFORE)
    now = tables.as_of + ibis.interval(hours=1)
    season = (now.year() - (now.month() < SEPTEMBER).ifelse(1, 0)) * 12 + SEPTEMBER
    given = vaccinated(tables, FLU)
    local = given.given_at + ibis.interval(hours=1)
    this = given.filter(local.year() * 12 + local.month() >= season).select("of").distinct().mutate(given=True)
    known = people.left_join(this, people.person_id == this.of)
    judged = told(
        known,
        (known.given, "met", "Vaccinated this season", True),
        (None, "not_met", "No vaccination this season on record", False),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at")


FLU_VACCINATION_65 = Measure(
    code="flu-vaccination-65",
    title="Flu vaccination at 65 and over",
    number="M27",
    kind="share",
    question="How many people of 65 and over have had this winter's flu vaccination?",
    definition="People of 65 and over, and whether a flu vaccination since 1 September is on record.",
    numerator="Those vaccinated from 1 September of the season on",
    denominator="People who reach 65 in this calendar year, or are older, with anything in shared records",
    population="People aged 65 and over whose records partners share with us",
    clock_rule="The season runs from 1 September to 31 March; a vaccination on 31 August belongs to the last one",
    exclusions=("People who have died",),
    target=75,
    target_words="75%",
    target_by="UK Health Security Agency (from working knowledge, to be confirmed)",
    source=PLAN,
    definition_source="Annual flu letter; national collection ImmForm",
    cannot_tell=(
        "Vaccinations given where nobody told the practice",
        "Who was asked and said no",
        "People under 65 at risk, and carers: the records do not say who they are",
    ),
    row="person",
    no_series=A_SEASON,
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)
