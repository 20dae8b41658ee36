"""How is a measure tried on a handful of rows written by hand? In a lake of its own, asked by the same compiled query."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import duckdb

from homeward.grammar.api import Measure, load
from homeward.measures.actions.compile_measures import sql_of
from homeward.measures.extracts import TABLES
from homeward.measures.queries.lake import DUCKDB_TYPES

PLACE = load("homeward_places.birmingham_solihull")
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


def at(day: str, clock: str = "12:00") -> datetime:
    """A moment in UTC: at("2026-03-02", "09:30")."""
    return datetime.fromisoformat(f"{day}T{clock}+00:00")


@dataclass
class SmallLake:
    """Rows by table; a column that is not given is null, and a person who is not described is a woman born in 1940."""

    as_of: datetime = NOW
    held: dict[str, list[Mapping[str, Any]]] = field(default_factory=dict)

    def add(self, table: str, **row: Any) -> None:
        """One more row."""
        self.held.setdefault(table, []).append(row)

    def person(self, person_id: str, **known: Any) -> str:
        """Somebody in the table of people; returns their id."""
        self.add(
            "people",
            person_id=person_id,
            known_since=at("2020-01-01"),
            **{"birth_year": 1940, "sex": "female", **known},
        )
        return person_id

    def rows(self, code: str) -> list[dict[str, Any]]:
        """The rows of the measure called `code`, in the order of their ids and moments."""
        with duckdb.connect(":memory:") as lake:
            lake.execute("set TimeZone = 'UTC'")
            for each in TABLES:
                lake.execute(
                    f"create table {each.name} ({', '.join(f'{n} {DUCKDB_TYPES[k]}' for n, k in each.columns.items())})"
                )
                for row in self.held.get(each.name, ()):
                    assert set(row) <= set(each.columns), set(row) - set(each.columns)
                    marks = ", ".join("?" for _ in row)
                    lake.execute(f"insert into {each.name} ({', '.join(row)}) values ({marks})", list(row.values()))
            asked = f"select * exclude (started_at), epoch(started_at) as started from ({sql_of(measure(code), self.as_of)})"
            done = lake.execute(f"select * from ({asked}) order by row_id, started")
            names = [column[0] for column in done.description]
            return [dict(zip(names, row, strict=True)) for row in done.fetchall()]

    def said(self, code: str) -> dict[str, tuple[str, str]]:
        """What each row counts as and why, by its id."""
        return {row["row_id"]: (row["status"], row["why"]) for row in self.rows(code)}

    def counted(self, code: str) -> Counter[str]:
        """How many rows have each status."""
        return Counter(row["status"] for row in self.rows(code))

    def values(self, code: str) -> dict[str, float | None]:
        """The value of each row, by its id."""
        return {row["row_id"]: row["value"] for row in self.rows(code)}


def measure(code: str) -> Measure:
    """The declared measure."""
    return PLACE.measures[code]
