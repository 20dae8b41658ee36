"""For whom and which month is a return gathered, and how is the database asked?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.directory import api as directory
from homeward.exchange.returns.rules.months import Month
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london
from homeward.grammar.api import NationalReturn


@dataclass(frozen=True, kw_only=True)
class Within:
    """One provider's month: its teams, the national type of each service, and the moment of asking."""

    declared: NationalReturn
    provider: str
    provider_code: str
    commissioner_code: str
    month: Month
    at: datetime
    teams: tuple[str, ...]
    types: Mapping[str, str] = field(default_factory=dict)

    def national(self, item: str, ours: str) -> str:
        """The national code of one of our words; empty where the place has not said it."""
        return self.declared.national(item, ours)


def within(declared: NationalReturn, provider: str, month: Month, at: datetime) -> Within:
    """Everything that the declarations say about it. Raises Invalid for a body that gives no such return."""
    place = directory.place()
    if provider not in declared.providers:
        raise Invalid({"provider": "Choose an organisation that gives this return."})
    return Within(
        declared=declared, provider=provider, month=month, at=at,
        provider_code=place.organisations[provider].ods_code or "",
        commissioner_code=place.organisations[declared.commissioner].ods_code or "",
        teams=tuple(code for code, team in place.teams.items() if team.organisation == provider),
        types={code: each.csds_service_type for code, each in place.services.items() if each.csds_service_type},
    )  # fmt: skip


def ods_of(organisation: str | None) -> str:
    """The ODS code of one of our organisations; empty where it has none, or is not one of ours."""
    found = directory.place().organisations.get(organisation or "")
    return (found.ods_code or "") if found else ""


def ods_of_team(team: str) -> str:
    """The ODS code of the organisation that a team belongs to."""
    found = directory.place().teams.get(team)
    return ods_of(found.organisation) if found else ""


def asked(sql: str, values: Mapping[str, Any]) -> Sequence[dict[str, Any]]:
    """The rows of one question, by column."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def on(moment: datetime | None) -> str:
    """The day in London, as the file says it."""
    return f"{london(moment):%Y-%m-%d}" if moment else ""


def clock(moment: datetime | None) -> str:
    """The time in London, as the file says it."""
    return f"{london(moment):%H:%M:%S}" if moment else ""


Traces = Mapping[UUID, tuple[UUID, ...]]
