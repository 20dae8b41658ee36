"""Which tables does the lake hold, and in which types? Each package says what it gives, in its `extract.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

from homeward.episodes import extract as of_clocks
from homeward.hospital import extract as of_stays
from homeward.monitoring import extract as of_wards
from homeward.referrals import extract as of_referrals
from homeward.visits import extract as of_visits

# The kinds of column, as Ibis names them. Ids are text in the lake: not every engine knows UUIDs.
IBIS_TYPES: Mapping[str, str] = {
    "uuid": "string",
    "string": "string",
    "timestamp": "timestamp('UTC', 6)",
    "float": "float64",
    "integer": "int64",
    "boolean": "boolean",
}


@dataclass(frozen=True, kw_only=True)
class Extract:
    """One table: its columns by kind, the query that gives its rows, and the column whose month they are kept under."""

    name: str
    columns: Mapping[str, str]
    sql: str
    month_of: str

    @property
    def schema(self) -> dict[str, str]:
        """The columns as Ibis types them."""
        return {name: IBIS_TYPES[kind] for name, kind in self.columns.items()}


def _of(module: ModuleType) -> Extract:
    return Extract(name=module.NAME, columns=module.COLUMNS, sql=module.SQL, month_of=module.MONTH_OF)


EXTRACTS: tuple[Extract, ...] = tuple(_of(module) for module in (of_referrals, of_clocks, of_visits, of_stays, of_wards))

# Written from the place's declarations whenever the lake is: what a measure may need to know of an area or a need.
AREAS = Extract(
    name="areas",
    columns={"code": "string", "name": "string", "kind": "string", "deprivation": "string"},
    sql="",
    month_of="",
)
NEEDS = Extract(name="needs", columns={"code": "string", "title": "string", "two_hour": "boolean"}, sql="", month_of="")
TABLES: tuple[Extract, ...] = (*EXTRACTS, AREAS, NEEDS)
