"""Which beds and places are kept one by one, how does each stand, and which can be taken?"""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse

from homeward.capacity import api as capacity
from homeward.capacity.api import UnitRow
from homeward.directory import api as directory
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show


@dataclass(frozen=True, kw_only=True)
class Group:
    """The units of one line."""

    line_id: UUID
    service_title: str
    team_name: str
    where: str
    units: list[UnitRow]
    age_words: str
    stale: bool
    may_change: bool

    @property
    def free(self) -> int:
        return sum(each.free for each in self.units)


@page("capacity.view", methods=("GET",))
def units(request: PageRequest) -> HttpResponse:
    """By service and team; `line` and `show` keep to a part."""
    line, wanted = _line(request.GET.get("line", "")), request.GET.get("show", "")
    found: dict[UUID, list[UnitRow]] = {}
    for each in capacity.units(at=request.at, line_id=line, one_by_one=True):
        found.setdefault(each.line_id, []).append(each)
    groups = [_group(request, rows, wanted) for rows in found.values()]
    context = {
        "groups": [group for group in groups if group.units],
        "wanted": wanted,
        "line": line,
        "states": capacity.UNIT_STATES,
        "may_name": may(request.actor, "capacity.keep_units"),
    }
    return show(request, "capacity/units/page.html", context)


def _line(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _group(request: PageRequest, rows: list[UnitRow], wanted: str) -> Group:
    first = rows[0]
    site = directory.place().organisations.get(first.site)
    kept = [
        each
        for each in rows
        if not wanted or (wanted == "free" and each.free) or (wanted == "shut" and each.state != "open")
        or (wanted == "likely" and each.expected_at is not None)
    ]  # fmt: skip
    return Group(
        line_id=first.line_id, service_title=directory.service(first.service_code).title,
        team_name=directory.team(first.team_code).name, units=kept, age_words=first.age_words, stale=first.stale,
        where=", ".join(filter(None, (site.name if site else first.site, first.skill))),
        may_change=capacity.may_report_for(request.actor, first.team_code),
    )  # fmt: skip
