"""What is free now, at which team, how old is that, and what need found nothing?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show

PERIOD = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One team of one service: its line when it was ever reported, and the needs it had no room for."""

    team_code: str
    team_name: str
    line: capacity.Offer | None
    mine: bool
    may_report: bool
    waiting: int
    in_week: int


@dataclass(frozen=True, kw_only=True)
class Section:
    """One service and its teams."""

    code: str
    title: str
    unit: str
    shelf_life: int
    rows: Sequence[Row]


@page("capacity.view", methods=("GET",))
def ledger(request: PageRequest) -> HttpResponse:
    """Supply beside unmet need, by service and team. `service`, `team` and `show` keep to a part."""
    asked = {name: request.GET.get(name, "") for name in ("service", "show")}
    sections = _sections(request, asked)
    rows = [row for section in sections for row in section.rows]
    context = {
        "sections": sections,
        "asked": asked,
        "services": [
            (code, each.title) for code, each in sorted(directory.place().services.items(), key=lambda s: s[1].title)
        ],
        "stale": sum(row.line is not None and row.line.stale for row in rows),
        "silent": sum(row.line is None for row in rows),
        "waiting": sum(row.waiting for row in rows),
        "may_report": may(request.actor, "capacity.report"),
    }
    return show(request, "capacity/ledger/page.html", context)


@page("capacity.report", methods=("POST",))
def still_right(request: PageRequest, line_id: UUID) -> HttpResponse:
    """One click: the number is still right, as of now."""
    capacity.confirm(line_id=line_id, by=request.actor, at=request.at)
    messages.success(request, "Thank you. The number is as of now.")
    return redirect(f"/capacity/#line-{line_id}")


def _sections(request: PageRequest, asked: Mapping[str, str]) -> list[Section]:
    lines = capacity.ledger(at=request.at)
    unmet = {
        (each.service_code, each.team_code): each
        for each in capacity.unmet(since=request.at - PERIOD, until=request.at)
    }
    found = []
    for code, service in sorted(directory.place().services.items(), key=lambda each: each[1].title):
        if asked["service"] and asked["service"] != code:
            continue
        rows = []
        for team in dict.fromkeys(provider.team for provider in service.providers):
            known: list[capacity.Offer | None] = [line for line in lines.get(code, []) if line.team_code == team]
            known = known or [None]
            count = unmet.get((code, team))
            rows += [
                Row(
                    team_code=team, team_name=directory.team(team).name, line=line, mine=team in request.actor.teams,
                    may_report=capacity.may_report_for(request.actor, team),
                    waiting=count.waiting if count else 0, in_week=count.in_period if count else 0,
                )
                for line in known
            ]  # fmt: skip
        kept = [row for row in rows if _wanted(row, asked["show"])]
        if kept:
            found.append(
                Section(
                    code=code, title=service.title, unit=service.capacity_kind, shelf_life=service.capacity_shelf_life_hours,
                    rows=kept,
                )
            )  # fmt: skip
    return found


def _wanted(row: Row, show_only: str) -> bool:
    match show_only:
        case "mine":
            return row.mine
        case "free":
            return row.line is not None and bool(row.line.free)
        case "stale":
            return row.line is None or row.line.stale
        case "unmet":
            return row.waiting > 0
        case _:
            return True
