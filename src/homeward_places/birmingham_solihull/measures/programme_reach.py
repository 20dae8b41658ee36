"""What is counted as 'where early intervention reaches'?"""

from typing import Any

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING
from homeward_places.birmingham_solihull.measures.rows import shown


def rows(tables: Any) -> Any:
    """One row for each hospital, site, locality and team, under the moment at which it last had somebody."""
    import ibis  # only where numbers are compiled

    active = (
        ("Hospital", tables.stays, "hospital", ibis._.admitted_at, "stay_id"),
        ("Site of recovery beds", tables.bed_stays, "site", ibis._.came_at, "bed_stay_id"),
        ("Locality", tables.referrals, "locality", ibis._.accepted_at, "referral_id"),
        ("Team", tables.referrals, "accepted_team", ibis._.accepted_at, "referral_id"),
    )
    reached = ibis.union(*(_last(words, table, column, moment, row) for words, table, column, moment, row in active))
    judged = reached.mutate(status=ibis.literal("met"), evidence=ibis.literal(True), person_id=ibis.null("string"))
    return shown(judged, tables, row_id="row", started_at="last_at", own=("team", "locality"))


def _last(words: str, table: Any, column: str, moment: Any, row: str) -> Any:
    """Each value of the column with its last moment; the row it stands for is the last of its kind."""
    import ibis  # only where numbers are compiled

    nothing = ibis.null("string")
    known = table.filter(table[column].notnull(), moment.notnull()).group_by(what=table[column])
    last = known.aggregate(last_at=moment.max(), row=ibis._[row].argmax(moment))
    return last.select(
        "row",
        "last_at",
        why=ibis.literal(words),
        team=last.what if column == "accepted_team" else nothing,
        locality=last.what if column == "locality" else nothing,
    )


PROGRAMME_REACH = Measure(
    code="programme-reach",
    title="Where early intervention reaches",
    number="M8",
    kind="count",
    question="How many hospitals, recovery sites, localities and teams does home-first care reach?",
    definition="Hospitals, sites of recovery beds, localities and teams with at least one person in their care, each counted once, on the day it was last active.",
    numerator="Hospitals, recovery sites, localities and teams active in the period",
    denominator="None: a count",
    population="Hospitals, sites, localities and teams of the place",
    clock_rule="Each is counted on the day it last had somebody: a period that ends today counts everything active in it",
    unit="count",
    stated=(
        Stated(
            role="result",
            words="3 hospitals, 5 community bed sites, 5 localities and more than 20 teams",
            value=None,
            period=RESULTS_YEAR,
            definition="Places and teams that the results had touched",
            source=ANNUAL_REPORT,
        ),
    ),
    source=ANNUAL_REPORT,
    definition_source="Local proposal",
    local_proposal=True,
    direction="neutral",
    cannot_tell=(
        "Whether care is good there, or much of it",
        "Reach in a past period: a team still active is counted now, not then",
    ),
    expression=rows,
    owner=BOARD,
    review_by=SPRING,
)
