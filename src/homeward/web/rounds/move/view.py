"""Give a person's open tasks and visits of this team to a colleague."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.episodes import api as episodes
from homeward.foundation.errors import NotPermitted, Refused
from homeward.rounds import api as rounds
from homeward.visits import api as visits
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.rounds.chosen import the_team
from homeward.web.rounds.move.form import MoveForm, hours_said


@page("task.reassign")
def move(request: PageRequest, person_id: UUID) -> HttpResponse:
    """Each task and visit in a step of its own: what could not be handed over is said, and stays where it was."""
    team, name = the_team(request)
    if not (may(request.actor, "visit.assign") and may(request.actor, "caseload.view")):
        raise NotPermitted("Your role does not hand over visits.", next_step="Ask your team lead.")
    found = rounds.to_move(person_id=person_id, team=team, by=request.actor, at=request.at)
    form = MoveForm(request.POST if request.method == "POST" else None, found=found, auto_id="f-%s")
    if form.is_valid():
        to, failed = form.colleague(), list[str]()
        for each in form.chosen():
            failed += _moved(each, to, team, request)
        done = len(form.chosen()) - len(failed)
        if done:
            messages.success(request, f"Handed over to {to.name}: {done} of {found.name}'s. It is on their list now.")
        for words in failed:
            messages.error(request, f"Not handed over: {words}")
        return redirect(f"{reverse('caseload')}?team={team}#people")
    context = {
        "found": found, "team": team, "team_name": name, "stays": [each for each in found.found if each.why_not],
        "loads": {str(each.user_id): hours_said(each) for each in found.colleagues},
    }  # fmt: skip
    return show(request, "rounds/move/page.html", context, form=form)


def _moved(each: rounds.Movable, to: rounds.Load, team: str, request: PageRequest) -> list[str]:
    """Nothing when it went; else why not."""
    by, at = request.actor, request.at
    try:
        if each.kind == "task":
            episodes.reassign_task(task_id=each.id, owner_team=team, owner_user=to.user_id, by=by, at=at)
        elif each.moment:
            visits.assign(
                encounter_id=each.id, planned_at=each.moment, user_id=to.user_id, name=to.name, notice=each.notice, by=by, at=at
            )  # fmt: skip
    except Refused as refused:
        return [f"{each.words}. {refused.message} {refused.next_step}".strip()]
    return []
