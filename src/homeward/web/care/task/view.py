"""What else has to be done?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.episodes import api as episodes
from homeward.visits import api as visits
from homeward.web.care.asking import ask, open_care
from homeward.web.care.task.form import TaskForm
from homeward.web.page import PageRequest, page


@page("task.add")
def task(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Add a task for the team that gives the care."""
    by, at = request.actor, request.at
    care = visits.care(referral_id, by=by, at=at)
    episode_id = open_care(care)
    form = TaskForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    return ask(
        request, "care/task/page.html", care, form, done="The task is on your team’s list.",
        act=lambda typed: episodes.add_task(
            person_id=care.episode.person_id, subject_id=referral_id, subject_kind="referral", episode_id=episode_id, title=typed["title"],
            owner_team=care.episode.team_code, due_at=form.due_at(at), by=by, at=at,
        ),
    )  # fmt: skip
