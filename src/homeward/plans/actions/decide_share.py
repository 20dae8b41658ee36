"""How does a provider take an assessment as its own, or query it, and how does the assessor answer?"""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.plans.actions.held_share import OPEN, held_share, note, require_assessor, require_provider, said
from homeward.plans.models import TrustedShare
from homeward.plans.queries.person_of import about_share


@action("assessment.accept", about=about_share)
def accept(*, share_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """The provider trusts it: one assessment that is not done again. Raises Refused when its window is over."""
    share = held_share(share_id)
    require_provider(share, by=by)
    if share.valid_until <= at:
        raise Refused("This assessment is too old to be trusted.", next_step="Query it, and ask for a new one.")
    return _stepped(share, "accepted", "accept", words, by=by, at=at)


@action("assessment.query", about=about_share)
def query(*, share_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """The provider does not understand or believe something; the assessor hears of it in the provider's words."""
    share = held_share(share_id)
    require_provider(share, by=by)
    asked = said(words, "Write what you want to know, so that the assessor can answer.")
    return _stepped(share, "queried", "query", asked, by=by, at=at)


@action("assessment.reply", about=about_share)
def reply(*, share_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """The assessor answers what the provider asked."""
    share = held_share(share_id)
    require_assessor(share, by=by)
    if share.state != "queried":
        raise Refused("Nothing was asked about this assessment.", next_step="The provider decides on it next.")
    return _stepped(share, "answered", "reply", said(words, "Write your answer."), by=by, at=at)


@action("assessment.withdraw", about=about_share)
def withdraw(*, share_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """It is taken back: the provider no longer opens the person's record because of it."""
    share = held_share(share_id)
    require_assessor(share, by=by)
    why = said(words, "Write why you take it back.")
    done = _stepped(share, "withdrawn", "withdraw", why, by=by, at=at)
    _close(share, at=at)
    return done


@action("assessment.end", about=about_share)
def end_share(*, share_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """Its window is over: the provider no longer opens the record because of it. What was accepted stays accepted."""
    share = TrustedShare.objects.select_for_update().get(id=share_id)
    if share.closed_at is not None or share.valid_until > at:
        raise Refused("This assessment has ended already, or is still good.", next_step="Leave it as it is.")
    if share.state in OPEN:
        share.state = "ended"
        share.save(update_fields=["state"])
        note(share, "end", "", by=by, at=at)
    _close(share, at=at)
    return Happening(
        result=share.id, subject_kind="assessment", subject_id=share.id, person_id=share.person_id,
        facts={"agreement": share.agreement_code, "provider": share.provider_code, "state": share.state},
        teams=(share.provider_code,),
    )  # fmt: skip


def _close(share: TrustedShare, *, at: datetime) -> None:
    relationships.end(share.id, at=at)
    share.closed_at = at
    share.save(update_fields=["closed_at"])


def _stepped(share: TrustedShare, state: str, kind: str, words: str, *, by: Actor, at: datetime) -> Happening[UUID]:
    share.state = state
    if state in ("accepted", "withdrawn"):
        share.decided_at, share.decided_by = at, by.name
    share.save(update_fields=["state", "decided_at", "decided_by"])
    note(share, kind, words, by=by, at=at)
    return Happening(
        result=share.id, subject_kind="assessment", subject_id=share.id, person_id=share.person_id,
        facts={"agreement": share.agreement_code, "provider": share.provider_code, "state": state}, teams=(share.provider_code,),
    )  # fmt: skip
