"""Which shared assessment is meant, locked, whose move is it, and what was said?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.plans.models import ShareNote, TrustedShare
from homeward.plans.queries.where import where

OPEN = ("shared", "queried", "answered")


def held_share(share_id: UUID) -> TrustedShare:
    """The share, locked, while it may still change. Raises Clash when somebody has accepted or withdrawn it."""
    found = TrustedShare.objects.select_for_update().get(id=share_id)
    if found.state not in OPEN:
        words = "accepted" if found.state == "accepted" else "withdrawn"
        over = "The window in which this assessment is trusted is over."
        raise Clash(
            f"{found.decided_by} has already {words} this assessment." if found.decided_by else over,
            who=found.decided_by or "Homeward",
            when=found.decided_at or found.shared_at, next_step="Go back to the list of assessments.",
        )  # fmt: skip
    return found


def require_provider(share: TrustedShare, *, by: Actor) -> None:
    """Only the provider decides whether it trusts an assessment."""
    if share.provider_code not in by.teams:
        raise NotPermitted("Only the provider it was shared with can decide on this assessment.")


def require_assessor(share: TrustedShare, *, by: Actor) -> None:
    """Only the organisation that assessed answers for it."""
    if by.organisation != share.assessor_code:
        raise NotPermitted("Only the organisation that assessed can answer for this assessment.")


def said(words: str, sentence: str) -> str:
    """The words, if there are any. Raises Invalid."""
    if not words.strip():
        raise Invalid({"words": sentence})
    return words.strip()


def note(share: TrustedShare, kind: str, words: str, *, by: Actor, at: datetime) -> None:
    """Write down one step."""
    ShareNote.objects.create(
        share=share, person_id=share.person_id, kind=kind, words=words.strip(), by_name=by.name, by_user=by.user_id,
        place_words=where(by), at=at,
    )  # fmt: skip
