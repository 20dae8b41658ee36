"""How does a team answer somebody who wrote to it? They read the answer on their own page, and the task is done."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.access import api as access
from homeward.episodes import api as episodes
from homeward.foundation.errors import Clash, NotFound
from homeward.people import api as people
from homeward.web.my_work.answer.form import AnswerForm
from homeward.web.page import PageRequest, page, show


@page("task.done")
def answer(request: PageRequest, task_id: UUID) -> HttpResponse:
    """GET shows what was written; POST sends the answer and finishes the task."""
    by, at = request.actor, request.at
    person_id = episodes.person_of_task({"task_id": task_id})
    with access.gate.person(person_id, by=by, at=at, why="message.to_team"):
        letter = episodes.letter(task_id)
        banner = people.banner(person_id, by, at)
    if letter is None:
        raise NotFound("Nobody wrote this.", next_step="Go back to your work and choose it from the list.")
    form = AnswerForm(request.POST if request.method == "POST" else None, auto_id="%s")
    if request.method == "POST" and form.is_valid():
        try:
            episodes.finish_task(task_id=task_id, answer=form.cleaned_data["words"], by=by, at=at)
        except Clash as clash:
            messages.warning(request, f"{clash.message} {clash.next_step}")
        else:
            messages.success(request, "Your answer is on their page. It is off the list.")
        return redirect("my_work")
    return show(request, "my_work/answer/page.html", {"letter": letter, "banner": banner}, form=form)
