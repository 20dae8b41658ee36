"""What is counted as 'older people admitted in an emergency'?"""

from typing import Any

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown, told

OLD, DAYS = 65, 90
EMERGENCY = "emergency"


def rows(tables: Any) -> Any:
    """One row for each registered person of 65 and over who lives, each counting as one."""
    import ibis  # only where numbers are compiled

    since = tables.as_of - ibis.interval(days=DAYS)
    came = tables.stays.filter(
        tables.stays.method == EMERGENCY, tables.stays.admitted_at > since, tables.stays.admitted_at <= tables.as_of
    )
    came = came.select(came="person_id").distinct()
    heard = tables.stays.aggregate(heard=tables.stays.admitted_at.min())
    people = tables.people.filter(
        tables.as_of.year() - tables.people.birth_year >= OLD, tables.people.practice.notnull(), tables.people.died_on.isnull()
    ).select("person_id")
    known = people.left_join(came, people.person_id == came.came).cross_join(heard)
    known = known.mutate(counted_at=tables.as_of, one=ibis.literal(1.0))
    judged = told(
        known,
        (~(known.heard <= since).fill_null(False), "excluded", "No hospital told of its stays for all of the 90 days", False),
        (known.came.notnull(), "met", "Admitted in an emergency in the last 90 days", True),
        (None, "not_met", "Not admitted in an emergency in the last 90 days, as far as hospitals tell", True),
    )
    return shown(judged, tables, row_id="person_id", started_at="counted_at", value="one")


OLDER_PEOPLE_ADMITTED = Measure(
    code="older-people-admitted",
    title="Older people admitted in an emergency",
    kind="rate",
    question="Of every 1,000 older people, how many went to hospital in an emergency in the last 90 days, and how many were every locality equally old?",
    definition="People of 65 and over on practice lists who were admitted in an emergency at least once in the last 90 days, for each 1,000 of them; beside it the same standardised for age, so that an older locality can be held beside a younger one.",
    numerator="People of 65 and over admitted in an emergency at least once in the last 90 days, each once",
    denominator="People of 65 and over on practice lists, in thousands",
    population="Registered, 65 and over, alive at the latest count",
    clock_rule="The 90 days of 24 hours up to the latest count; age is that reached in the year of the count",
    exclusions=(
        "Planned admissions",
        "Moves between hospitals",
        "Everybody, until hospitals have told of their stays for 90 days",
    ),
    unit="rate",
    per=1000,
    standard="European standard population 2013, ages 65 and over",
    source=PLAN,
    definition_source="Local proposal: people once each, for admissions of one person follow from one another and their number does not vary as chance does",
    local_proposal=True,
    direction="down",
    no_series="Each count looks back over 90 days up to one moment, and who is registered is known as of that moment only. A line over "
    "time would be made up.",
    cannot_tell=(
        "Whether an admission could have been avoided",
        "Differences that are not of age: how ill people are, how poor, how many live in care homes",
        "Admissions to hospitals that do not tell of their stays",
        "Those who were admitted and have died since",
    ),
    beside=("intermediate-care-amenable-admissions",),
    row="person",
    expression=rows,
    owner=HOSPITALS,
    review_by=SPRING,
)
