"""As whom may this browser follow this referral? As who is signed in, or else by the link it opened."""

from uuid import UUID

from django.utils.translation import gettext_noop

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.referrals import api as referrals
from homeward.referrals.api import TrackView
from homeward.web.asker import by_link
from homeward.web.page import PageRequest

GONE = NotFound(
    gettext_noop("You cannot follow this request from here."),
    next_step=gettext_noop("Use the link you were sent, or sign in as whoever sent it. Links stop working after a while."),
)


def follow(request: PageRequest, referral_id: UUID) -> tuple[TrackView, Actor]:
    """The referral in plain words, and the actor who may see it. Raises NotFound, the same whether or not it exists."""
    for actor in (by_link(request, at=request.at), request.actor):
        if actor is None:
            continue
        try:
            return referrals.track(referral_id, by=actor, at=request.at), actor
        except (NotPermitted, NotFound):
            continue
    raise GONE
