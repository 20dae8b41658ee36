"""How is it kept with what went out that the partner answered? In words, beside its arrival."""

from datetime import datetime
from uuid import UUID

from homeward.exchange.models import Outgoing
from homeward.exchange.queries.asked_there import AskedThere
from homeward.foundation.actions import Actor, Happening, action


@action("message.answered", about=lambda told: told["asked"].person_id)
def note_answer(*, asked: AskedThere, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """The outbox shows the answer; what it means for the need is decided by people."""
    Outgoing.objects.filter(id=asked.message_id).update(state_words=f"{asked.partner} answered: {words}"[:500])
    return Happening(
        result=asked.message_id, subject_kind="message", subject_id=asked.message_id, person_id=asked.person_id,
        facts={"referral": str(asked.referral_id), "words": words},
    )  # fmt: skip
