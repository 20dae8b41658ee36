"""How does the care under this need stand, and what do I do next?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.episodes import api as episodes
from homeward.visits import api as visits
from homeward.visits.api import Care
from homeward.web.asker import may
from homeward.web.care.one.next_step import next_step
from homeward.web.page import PageRequest, page, show
from homeward.web.people.health.opened import alerts_of


@page("my_work.view", methods=("GET",))
def care(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Stages, visits past and planned, tasks, and the next step. Whoever looks after the person may read it."""
    found = visits.care(referral_id, by=request.actor, at=request.at)
    left = bool(episodes.who_left([found.episode], at=request.at)) if found.open else False
    context = {"left": left, "care": found, "row": found.need.row, "step": next_step(found), "may": _may(request, found),
        "alerts": alerts_of(request, found.banner.person_id, why="care"),
    }  # fmt: skip
    return show(request, "care/one/page.html", context)


def _may(request: PageRequest, found: Care) -> dict[str, bool]:
    """What the asker may do here, by the name of the page that does it."""
    by, ours = request.actor, found.theirs and found.open
    return {
        "visit": may(by, "visit.view"),
        "care_visit": ours and may(by, "visit.plan"),
        "care_stage": ours and bool(found.episode.by_hand) and may(by, "episode.stage"),
        "care_close": ours and may(by, "episode.close"),
        "care_keyworker": ours and may(by, "episode.keyworker"),
        "care_task": ours and may(by, "task.add"),
        "done": found.theirs and may(by, "task.done"),
        "referral": may(by, "hub.view"),
        "person": may(by, "person.view"),
        "form": may(by, "plan.answer"),
    }
