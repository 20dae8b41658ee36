"""Whose link is this, and does it still open anything?"""

from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from homeward.access.models import Link
from homeward.access.rules.secrets import digest
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted

_OVER = "This link has ended or was taken back."
_NEXT = "Ask the team that sent it to you for a new one."


def open_link(token: str, at: datetime) -> Actor:
    """Spend one use of the link and return the actor its holder is. Raises NotPermitted when it opens nothing."""
    found = Link.objects.filter(digest=digest(token))
    spent = (
        found.filter(revoked_at__isnull=True, expires_at__gt=at)
        .filter(Q(uses_left__isnull=True) | Q(uses_left__gt=0))
        .update(last_used_at=at, uses_left=F("uses_left") - 1)
    )
    link = found.first()
    if not spent or link is None:
        raise NotPermitted(_OVER, next_step=_NEXT)
    return _actor(link)


def look_at_link(token: str, at: datetime) -> Actor:
    """The actor its holder would be, with nothing spent: a page may say what the link is for before it is used. Raises NotPermitted."""
    found = Link.objects.filter(digest=digest(token), revoked_at__isnull=True, expires_at__gt=at)
    link = found.filter(Q(uses_left__isnull=True) | Q(uses_left__gt=0)).first()
    if link is None:
        raise NotPermitted(_OVER, next_step=_NEXT)
    return _actor(link)


def link_actor(link_id: UUID | str, at: datetime) -> Actor:
    """The actor of a link opened earlier in this session; a link revoked or expired since then opens nothing."""
    link = Link.objects.filter(pk=link_id, revoked_at__isnull=True, expires_at__gt=at).first()
    if link is None:
        raise NotPermitted(_OVER, next_step=_NEXT)
    return _actor(link)


def forget_link(link_id: UUID | str, at: datetime) -> None:
    """The link did what it was for: it opens nothing more."""
    Link.objects.filter(pk=link_id).update(revoked_at=at)


def _actor(link: Link) -> Actor:
    return Actor(
        user_id=None,
        name=link.held_by,
        kind="link",
        organisation=link.organisation_code,
        role=link.kind,
        session=str(link.id),
        subject=link.subject_id,
        person_id=link.person_id,
    )
