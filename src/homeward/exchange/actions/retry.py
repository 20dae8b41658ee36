"""What may a human do with what could not be sent? Try it again, or give it up and say why."""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.exchange.actions.dead_letters import let_go
from homeward.exchange.actions.follow_referrals import may_have_arrived, rewrite
from homeward.exchange.actions.record import held
from homeward.exchange.actions.telling import DIED
from homeward.exchange.actions.wake import wake
from homeward.exchange.models import Outgoing
from homeward.exchange.queries.person_of import person_of_message
from homeward.exchange.queries.reach import reach_of
from homeward.exchange.rules.choosing import choose
from homeward.exchange.vocabulary import NEW_REFERRAL, STATES, TO_PEOPLE, State
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted, Refused


@action("message.retry", about=person_of_message)
def retry(*, message_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """Send it again now, to where the person is reached today; a referral that was refused says what is known today. It keeps its key, so that its receiver knows it for the same."""
    row = _theirs(message_id, by, "dead")
    if row.channel in TO_PEOPLE:
        _readdress(row)
    if row.kind == NEW_REFERRAL and not may_have_arrived(row):
        rewrite(row)
    row.state, row.state_words, row.element, row.tries = "queued", "", "", 0
    row.next_at, row.ended_at, row.leased_until, row.useful_until = at, None, None, None
    row.save()
    wake()
    return _happening(row)


@action("message.give_up", about=person_of_message)
def give_up(*, message_id: UUID, reason: str, by: Actor, at: datetime) -> Happening[UUID]:
    """It will not be sent; `reason` says what was done instead. Raises Invalid without one."""
    if not reason.strip():
        raise Invalid({"reason": "Say why, and what was done instead, for example that you rang them."})
    row = _theirs(message_id, by, "dead", "queued", "failed")
    row.state, row.state_words, row.ended_at, row.leased_until = (
        "stopped",
        f"{by.name} gave it up: {reason.strip()[:500]}",
        at,
        None,
    )
    row.save()
    let_go(row, at=at)
    return _happening(row)


def _readdress(row: Outgoing) -> None:
    """To where the person is reached today: the number may have been put right, or become dangerous, since."""
    template = directory.place().messages.get(row.kind)
    reach = reach_of(row.person_id) if row.person_id else None
    if template is None or reach is None:
        return
    if reach.died:
        raise Refused(DIED, next_step="Give it up.")
    choice = choose(reach, template.ways)
    if choice.way is None:
        raise Refused(
            choice.why_not, next_step="Put right how the person is reached, or give it up and say what you did."
        )
    row.channel, row.recipient = choice.way, choice.recipient


def _theirs(message_id: UUID, by: Actor, *states: State) -> Outgoing:
    row = held(message_id)
    if by.kind != "system" and row.owner_team not in by.teams:
        raise NotPermitted("Another team looks after this message.", next_step="Ask them.")
    if row.state not in states:
        said = STATES[row.state]  # type: ignore[index]  # held by exchange_outgoing_state
        raise Refused(f"This cannot be done now. It stands at '{said}'.", next_step="Look at it again.")
    return row


def _happening(row: Outgoing) -> Happening[UUID]:
    facts = {"channel": row.channel, "kind": row.kind, "key": row.key, "state": row.state, "words": row.state_words}
    return Happening(
        result=row.id,
        subject_kind="message",
        subject_id=row.id,
        person_id=row.person_id,
        facts=facts,
        teams=(row.owner_team,),
    )
