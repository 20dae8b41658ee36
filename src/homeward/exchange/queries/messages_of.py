"""What went out about this person, and how did it go? For the person, the person's page and the message's own page."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from homeward.directory import api as directory
from homeward.exchange.models import Outgoing
from homeward.exchange.rules.hiding import without_token
from homeward.exchange.vocabulary import CHANNELS, STATES, TO_COLLEAGUES, TO_PEOPLE
from homeward.foundation.asked import Asked


@dataclass(frozen=True, kw_only=True)
class MessageView:
    """One message in words. `at` is when it was sent, or put down when it was not. `to_person`: they were to read it."""

    id: UUID
    person_id: UUID | None
    at: datetime
    queued_at: datetime
    next_at: datetime
    sent_at: datetime | None
    title: str
    subject: str
    words: str
    payload: str
    channel: str
    channel_words: str
    recipient: str
    recipient_name: str
    state: str
    state_words: str
    why_state: str
    element: str
    tries: int
    by_name: str
    owner_team: str
    owner_name: str
    about_kind: str
    about_id: UUID | None
    key: str
    to_person: bool
    language: str

    @property
    def readable(self) -> bool:
        """May the person read it among their messages? From the moment it is written, whatever the hour their telephone rings."""
        return self.to_person and self.state != "stopped"


def messages_of(person_id: UUID, *, limit: int = 100, to_person_only: bool = False) -> list[MessageView]:
    """Newest first. Read inside the person's open gate."""
    return [view_of(row) for row in _newest(limit, to_person_only)(person_id)]


@lru_cache(maxsize=16)
def _newest(limit: int, to_person_only: bool) -> Asked[Outgoing]:
    rows = Outgoing.objects.exclude(channel="webhook").order_by("-queued_at", "-id")
    if to_person_only:
        rows = rows.filter(channel__in=TO_PEOPLE).exclude(kind__in=TO_COLLEAGUES)
    return Asked(lambda person_id: rows.filter(person_id=person_id)[:limit])


def message(message_id: UUID) -> MessageView | None:
    """One message, if the open gate shows it."""
    row = Outgoing.objects.filter(id=message_id).first()
    return view_of(row) if row else None


def view_of(row: Outgoing) -> MessageView:
    """A row in words."""
    place = directory.place()
    template, team = place.messages.get(row.kind), place.teams.get(row.owner_team)
    return MessageView(
        id=row.id, person_id=row.person_id, at=row.sent_at or row.queued_at, queued_at=row.queued_at, next_at=row.next_at,
        sent_at=row.sent_at, title=template.title if template else row.subject or row.kind, subject=row.subject, words=without_token(row.words),
        payload=row.payload, channel=row.channel, channel_words=CHANNELS[row.channel],  # type: ignore[index]  # held by exchange_outgoing_channel
        recipient=row.recipient, recipient_name=row.recipient_name, state=row.state, state_words=STATES[row.state],  # type: ignore[index]  # held by exchange_outgoing_state
        why_state=row.state_words, element=row.element, tries=row.tries, by_name=row.by_name, owner_team=row.owner_team,
        owner_name=team.name if team else row.owner_team, about_kind=row.about_kind, about_id=row.about_id, key=row.key,
        to_person=row.channel in TO_PEOPLE and row.kind not in TO_COLLEAGUES, language=row.language,
    )  # fmt: skip
