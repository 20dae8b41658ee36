"""What would this round be, against the one in use, and shall people go it?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.rounds import api as rounds
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.rounds.by_staff import CarerShown, StopShown, by_staff
from homeward.web.rounds.map import round_maps


@page("round.view")
def one_run(request: PageRequest, run_id: UUID) -> HttpResponse:
    """One planned round; a POST puts it in use, or has a day planned again whose planning failed."""
    view = rounds.run_view(run_id=run_id, by=request.actor, at=request.at)
    back = f"{reverse('rounds_day', args=[view.run.day.isoformat()])}?team={view.run.team_code}"
    if request.method == "POST" and view.run.state == "failed":
        return redirect("rounds_run", _again(view.run, request))
    if request.method == "POST":
        done = rounds.use_plan(run_id=run_id, by=request.actor, at=request.at)
        messages.success(
            request, f"The round is in use: {done} visits are assigned, and each visitor's round shows them."
        )
        return redirect(back)
    carers = by_staff(view.rows, view.stops)
    context = {
        "view": view, "run": view.run, "carers": carers, "maps": round_maps(view.rows, view.stops), "back": back,
        "changed": _changed(carers), "trades": rounds.TRADES, "states": rounds.STATES,
        "may_use": may(request.actor, "round.use_plan"), "may_ask": may(request.actor, "round.ask_plan"),
    }  # fmt: skip
    return show(request, "rounds/run/page.html", context)


def _again(run: rounds.Run, request: PageRequest) -> UUID:
    return rounds.ask_plan(
        team_code=run.team_code,
        day=run.day,
        trade=run.trade,
        kind=run.kind,
        why=run.why,
        by=request.actor,
        at=request.at,
    )


def _changed(carers: list[CarerShown]) -> list[tuple[StopShown, str]]:
    """Each visit that is otherwise than before, once, with whoever goes now: another face first, another time last."""
    first, who = dict[UUID, StopShown](), dict[UUID, list[str]]()
    for each in (stop for carer in carers for stop in carer.stops if stop.changed):
        first.setdefault(each.stop.encounter_id, each)
        who.setdefault(each.stop.encounter_id, []).append(each.stop.name)
    told = sorted(first.items(), key=lambda item: tuple(rounds.CHANGES).index(item[1].stop.how))
    return [(each, " and ".join(who[visit])) for visit, each in told]
