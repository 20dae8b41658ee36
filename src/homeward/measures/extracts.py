"""Which tables does the lake hold, and in which types? Each package says what it gives, in its `extract`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType

from homeward.capacity import extract as of_capacity
from homeward.episodes import extract as of_clocks
from homeward.front_door import extract as of_doors
from homeward.hospital import extract as of_stays
from homeward.measures.queries import people_table as of_people
from homeward.monitoring import extract as of_wards
from homeward.plans import extract as of_plans
from homeward.records import extract as of_records
from homeward.referrals import extract as of_referrals
from homeward.visits import extract as of_visits

# The kinds of column, as Ibis names them. Ids are text in the lake: not every engine knows UUIDs.
IBIS_TYPES: Mapping[str, str] = {
    "uuid": "string",
    "string": "string",
    "timestamp": "timestamp('UTC', 6)",
    "date": "date",
    "float": "float64",
    "integer": "int64",
    "boolean": "boolean",
}


@dataclass(frozen=True, kw_only=True)
class Extract:
    """One table: its columns by kind, the query that gives its rows, and the column whose month they are kept under.

    `by` is the column by which changed rows are found: all rows with one value of it are read anew together. An event
    names them by its subject, its person or any id among its facts; `found_by` are other columns that events may name
    instead. `order_by`: rows of one value of it lie together in a file. `said` is the query, or a function that gives it where it follows from what the place declares.
    """

    name: str
    columns: Mapping[str, str]
    said: str | Callable[[], str]
    month_of: str
    by: str = "referral_id"
    found_by: tuple[str, ...] = ()
    order_by: str = ""

    @property
    def sql(self) -> str:
        """The query that gives its rows."""
        return self.said if isinstance(self.said, str) else self.said()

    @property
    def schema(self) -> dict[str, str]:
        """The columns as Ibis types them."""
        return {name: IBIS_TYPES[kind] for name, kind in self.columns.items()}


def _of(module: ModuleType) -> Extract:
    return Extract(
        name=module.NAME, columns=module.COLUMNS, said=module.SQL, month_of=module.MONTH_OF,
        by=getattr(module, "BY", "referral_id"), found_by=getattr(module, "FOUND_BY", ()), order_by=getattr(module, "ORDER_BY", ""),
    )  # fmt: skip


# A package gives one table, or several as TABLES.
MODULES: tuple[ModuleType, ...] = (
    of_people, of_referrals, of_clocks, of_visits, of_stays, of_wards, of_records, of_capacity, of_doors, of_plans,
)  # fmt: skip
EXTRACTS: tuple[Extract, ...] = tuple(
    _of(table) for module in MODULES for table in getattr(module, "TABLES", (module,))
)

# Written from the place's declarations whenever the lake is: what a measure may need to know of an area or a need.
AREAS = Extract(
    name="areas",
    columns={"code": "string", "name": "string", "kind": "string", "deprivation": "string"},
    said="",
    month_of="",
)
NEEDS = Extract(
    name="needs", columns={"code": "string", "title": "string", "two_hour": "boolean"}, said="", month_of=""
)
# The London days that are over by the latest count, and the moment at which each of them is looked at.
DAYS = Extract(name="days", columns={"day": "date", "snapshot_at": "timestamp"}, said="", month_of="")
TABLES: tuple[Extract, ...] = (*EXTRACTS, AREAS, NEEDS, DAYS)
