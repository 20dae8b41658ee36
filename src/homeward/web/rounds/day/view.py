"""How does a team's day look, and what can be done about it?"""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.foundation.errors import Invalid
from homeward.rounds import api as rounds
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.rounds.by_staff import by_staff
from homeward.web.rounds.chosen import teams_of, the_day, the_team
from homeward.web.rounds.map import round_maps


@page("round.view", methods=("GET",))
def rounds_today(request: PageRequest) -> HttpResponse:
    """Today, for the first of the visitor's teams or the one asked for."""
    return _shown(request, rounds.team_day_of(the_team(request)[0], request.at).isoformat())


@page("round.view", methods=("GET",))
def rounds_day(request: PageRequest, day: str) -> HttpResponse:
    """One day of one team."""
    return _shown(request, day)


def _shown(request: PageRequest, said: str) -> HttpResponse:
    code, name = the_team(request)
    day, by, at = the_day(said), request.actor, request.at
    view = rounds.day(team=code, day=day, by=by, at=at)
    rows = {row.id: row for row in view.rows}
    placed = {stop.encounter_id for stop in view.stops}
    plans = may(by, "round.ask_plan")
    context = {
        "view": view, "team": code, "team_name": name, "teams": teams_of(by), "rows": rows,
        "carers": by_staff(rows, view.stops), "maps": round_maps(rows, view.stops), "trades": rounds.TRADES, "states": rounds.STATES,
        "tried": {run.trade: run for run in reversed(view.runs) if run.kind == "plan" and run.ready_at},
        "unplaced": [row for row in view.rows if row.id not in placed],
        "before": day - timedelta(days=1), "following": day + timedelta(days=1), "today": rounds.team_day_of(code, at),
        "decisions": rounds.decisions_of_day(team=code, day=day, by=by, at=at), "faces": rounds.faces_of(code, by=by, at=at),
        "away": [each for each in view.shifts if each.away_at], "here": [each for each in view.shifts if not each.away_at],
        "may": {"plan": plans, "staff": may(by, "round.staff"), "away": may(by, "round.away"), "keep": may(by, "round.wish"),
                "read": may(by, "handover.acknowledge"), "visit": may(by, "round.no_access"), "carry": may(by, "visit.carry"),
                "caseload": may(by, "caseload.view")}, "user_id": by.user_id,
    }  # fmt: skip
    return show(request, "rounds/day/page.html", context)


@page("round.ask_plan", methods=("POST",))
def plan_a_day(request: PageRequest, day: str) -> HttpResponse:
    """Ask the house for a round; it is planned in the background."""
    team, _ = the_team(request)
    asked = request.POST
    run = rounds.ask_plan(
        team_code=team, day=the_day(day), trade=asked.get("trade", ""), kind=asked.get("kind", "plan"), why=asked.get("why", "")[:200],
        by=request.actor, at=request.at,
    )  # fmt: skip
    return redirect("rounds_run", run)


@page("round.wish", methods=("POST",))
def keep(request: PageRequest, day: str, encounter_id: UUID) -> HttpResponse:
    """Keep a visit with who goes now, or let it go."""
    users = [UUID(each) for each in request.POST.getlist("user")[:2]]
    rounds.keep_with(encounter_id=encounter_id, day=the_day(day), users=users, by=request.actor, at=request.at)
    messages.success(
        request, "The visit stays with them, whoever plans." if users else "The visit is free to be planned again."
    )
    return redirect(f"{reverse('rounds_day', args=[day])}?team={the_team(request)[0]}")


@page("handover.acknowledge", methods=("POST",))
def acknowledge(request: PageRequest, handover_id: UUID) -> HttpResponse:
    """Say that a note was read."""
    try:
        rounds.acknowledge(handover_id=handover_id, by=request.actor, at=request.at)
        messages.success(request, "Marked as read by you. Whoever wrote it can see that.")
    except Invalid as wrong:
        messages.error(request, str(wrong))
    return redirect("rounds")
