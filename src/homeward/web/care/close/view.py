"""How did this care end?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.episodes import api as episodes
from homeward.visits import api as visits
from homeward.web.asker import may
from homeward.web.care.asking import ask, open_care
from homeward.web.care.close.form import CloseForm
from homeward.web.page import PageRequest, page


@page("episode.close")
def close(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Close the care with one of its service's outcomes; the referral closes with it."""
    by, at = request.actor, request.at
    care = visits.care(referral_id, by=by, at=at)
    episode_id = open_care(care)
    form = CloseForm(request.POST if request.method == "POST" else None, care=care, auto_id="f-%s")
    return ask(
        request, "care/close/page.html", care, form, done="The care is closed, and the referral with it.", ends=True,
        context={"may_answer": may(by, "plan.answer")},
        act=lambda typed: episodes.close_episode(
            episode_id=episode_id, outcome=typed["outcome"], words=typed["words"].strip(), by=by, at=at
        ),
    )  # fmt: skip
