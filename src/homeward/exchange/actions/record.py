"""What came of a try? Written down with its event; what a human must look at gets an owner who may open it."""

from datetime import datetime
from uuid import UUID

from homeward.exchange.actions.dead_letters import hand_to_owner, let_go
from homeward.exchange.actions.subscribe import note_trouble
from homeward.exchange.models import Outgoing
from homeward.exchange.queries.person_of import person_of_message
from homeward.exchange.rules.trying import Outcome, after
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound


@action("message.deliver", about=person_of_message)
def record(*, message_id: UUID, outcome: Outcome, by: Actor, at: datetime) -> Happening[str]:
    """Put down what came of a try; returns the state it led to.

    What was stopped while it was on its way and arrived all the same is put down as sent: that is what happened.
    """
    row = held(message_id)
    if not row.is_waiting and outcome.result != "arrived":
        return _happening(row, outcome)
    standing = after(outcome, channel=row.channel, tries=row.tries, at=at)  # type: ignore[arg-type]  # held by exchange_outgoing_channel
    late = "" if row.is_waiting else f"It left before it could be stopped. {row.state_words}"
    row.state, row.state_words, row.element = standing.state, late or outcome.words, outcome.element
    row.leased_until, row.provider_id = None, outcome.provider_id or row.provider_id
    if standing.next_at is not None:
        row.next_at = standing.next_at
    row.ended_at = None if row.is_waiting else at
    row.sent_at = at if row.state == "sent" else row.sent_at
    row.save()
    note_trouble(row, at=at)
    if row.state == "dead":
        hand_to_owner(row, at=at)
    elif not row.is_waiting:
        let_go(row, at=at)
    return _happening(row, outcome)


def held(message_id: UUID) -> Outgoing:
    """The row, locked. Raises NotFound."""
    row = Outgoing.objects.select_for_update().filter(id=message_id).first()
    if row is None:
        raise NotFound("There is no such message.", next_step="Go back to the list and choose it there.")
    return row


def _happening(row: Outgoing, outcome: Outcome) -> Happening[str]:
    facts = {
        "channel": row.channel, "kind": row.kind, "key": row.key, "state": row.state, "try": row.tries,
        "result": outcome.result, "words": outcome.words[:500], "element": outcome.element,
    }  # fmt: skip
    return Happening(
        result=row.state, subject_kind="message", subject_id=row.id, person_id=row.person_id, facts=facts,
        teams=(row.owner_team,) if row.owner_team else (),
    )  # fmt: skip
