"""Where were a number's limits set anew, by whom and why, and which of those stand?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from homeward.foundation.actions import Actor
from homeward.measures.models import Rebase
from homeward.measures.queries.asking import check_may

MOST = 100
_STANDING = """
select measure_code, from_on from measures_rebase r
where measure_code = any (%s) and not exists (select from measures_rebasetakenback b where b.rebase_id = r.id)
order by from_on limit %s
"""


@dataclass(frozen=True, kw_only=True)
class RebaseView:
    """One, as pages show it."""

    id: UUID
    from_on: date
    reason: str
    made_by: str
    made_at: datetime
    back_by: str = ""
    back_at: datetime | None = None
    back_why: str = ""

    @property
    def stands(self) -> bool:
        """Is it still what the chart does?"""
        return self.back_at is None


def standing(measure_code: str) -> tuple[date, ...]:
    """The days from which limits are reckoned anew, in order."""
    rows = Rebase.objects.filter(measure_code=measure_code, taken_back__isnull=True).order_by("from_on")
    return tuple(rows.values_list("from_on", flat=True)[:MOST])


def standing_of(measure_codes: Collection[str]) -> dict[str, tuple[date, ...]]:
    """The same for many measures, asked once; those without any are left out. Every board asks it, so in its own words."""
    found: dict[str, tuple[date, ...]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, [list(measure_codes), MOST * max(1, len(measure_codes))])
        for code, day in cursor.fetchall():
            found[code] = (*found.get(code, ()), day)
    return found


def rebases_of(measure_code: str, *, by: Actor) -> list[RebaseView]:
    """All of a measure's, by their day; those taken back too. Raises NotPermitted."""
    check_may(by)
    rows = Rebase.objects.filter(measure_code=measure_code).select_related("taken_back").order_by("from_on", "made_at")
    found = []
    for row in rows[:MOST]:
        back = getattr(row, "taken_back", None)
        found.append(
            RebaseView(
                id=row.id, from_on=row.from_on, reason=row.reason, made_by=row.made_by,
                made_at=row.made_at, back_by=back.by_name if back else "", back_at=back.at if back else None,
                back_why=back.why if back else "",
            )
        )  # fmt: skip
    return found
