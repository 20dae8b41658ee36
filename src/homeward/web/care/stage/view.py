"""Which step does the care take now?"""

from uuid import UUID

from django.http import HttpResponse

from homeward.episodes import api as episodes
from homeward.foundation.errors import Refused
from homeward.visits import api as visits
from homeward.web.care.asking import ask, open_care
from homeward.web.care.stage.form import StageForm, hints
from homeward.web.page import PageRequest, page


@page("episode.stage")
def stage(request: PageRequest, referral_id: UUID) -> HttpResponse:
    """Move the care along one of its service's steps, in the service's own words."""
    by, at = request.actor, request.at
    care = visits.care(referral_id, by=by, at=at)
    episode_id = open_care(care)
    if not care.episode.by_hand:
        raise Refused(
            "No other step leads on from here by hand.", next_step="Record a visit, or close with how it ended."
        )
    form = StageForm(request.POST if request.method == "POST" else None, episode=care.episode, auto_id="f-%s")
    return ask(
        request, "care/stage/page.html", care, form, done="The care has moved on.",
        act=lambda typed: episodes.move_stage(episode_id=episode_id, to=typed["to"], by=by, at=at),
        context={"hints": hints(care.episode)},
    )  # fmt: skip
