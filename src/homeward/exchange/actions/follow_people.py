"""What are people told as things happen to them, and what stops when they die?

These rows follow from the event that is being written and are part of it, so they make no event of their own.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.directory import api as directory
from homeward.exchange.actions.telling import tell
from homeward.exchange.models import Outgoing
from homeward.exchange.vocabulary import TO_PEOPLE, WAITING
from homeward.foundation.errors import NotFound, Refused
from homeward.foundation.events import EventRow
from homeward.foundation.moments import clock_face, london
from homeward.grammar.api import MessageMoment
from homeward.referrals.api import ServiceRequest


def received(event: EventRow) -> None:
    """Their request has come and a hub has it; a part of one that has come already is no news to them."""
    standing = event.facts.get("standing")
    if standing and "based_on" not in event.facts:
        _tell("referral_received", event, team=standing["hub_team"])


def accepted(event: EventRow) -> None:
    """A team said yes."""
    _tell("referral_accepted", event, team=event.facts["team"])


def asked(event: EventRow) -> None:
    """A question for them; a question to another sender is on that sender's own list."""
    if event.facts.get("source") == "citizen":
        _tell("question_asked", event, team=event.facts["team"])


def ended(event: EventRow) -> None:
    """The help has ended, or advice was all that was needed."""
    if event.facts.get("state") in ("closed", "advised") and not _is_part(event.subject_id):
        _tell("referral_closed", event, team=event.facts.get("from_team") or event.facts["team"])


def visit_planned(event: EventRow) -> None:
    """Somebody comes at a time; a first contact 'as soon as possible' has none to tell."""
    planned = event.facts.get("planned_at")
    if planned is None or event.person_id is None:
        return
    moment = datetime.fromisoformat(planned)
    about = UUID(event.facts["referral_id"])
    earlier = Outgoing.objects.filter(about_id=about, kind__in=_kinds("visit_planned", "visit_changed"))
    stop_rows(earlier.filter(state__in=WAITING), "The visit has another time by now.", at=event.at)
    changed = earlier.filter(state="sent").exists()
    _tell(
        "visit_changed" if changed else "visit_planned", event, team=event.facts["team"], about_id=about,
        values={"when": said_when(moment)}, until=moment,
    )  # fmt: skip


def record_opened(event: EventRow) -> None:
    """Somebody broke the glass: the person hears who, when and why."""
    values = {
        "who": event.actor_name,
        "when": said_when(event.at),
        "why": str(event.facts["reason_words"]).rstrip(". "),
    }
    _tell("record_opened", event, team=next(iter(event.teams), ""), values=values)


def died(event: EventRow) -> None:
    """Nothing more goes to somebody who has died."""
    waiting = Outgoing.objects.filter(person_id=event.person_id, channel__in=TO_PEOPLE, state__in=WAITING)
    stop_rows(waiting, "The person has died.", at=event.at)


def stop_rows(rows: Any, why: str, *, at: datetime) -> int:
    """Keep these from going; returns how many."""
    stopped: int = rows.update(state="stopped", state_words=why, ended_at=at, leased_until=None)
    return stopped


def said_when(moment: datetime) -> str:
    """'on Monday 23 November at 2pm'."""
    here = london(moment)
    return f"on {here:%A} {here.day} {here:%B} at {clock_face(moment)}"


def _tell(moment: MessageMoment, event: EventRow, *, team: str, about_id: UUID | None = None, **more: Any) -> None:
    template = directory.place().message_for(moment)
    if template is None or event.person_id is None:
        return
    about = about_id or (event.subject_id if event.subject_kind == "referral" else None)
    try:
        tell(
            template, person_id=event.person_id, key=f"{template.code}:{event.id}", by_name=event.actor_name,
            why=event.kind, at=event.at, owner_team=team, about_kind="referral" if about else event.subject_kind,
            about_id=about or event.subject_id, **more,
        )  # fmt: skip
    except (Refused, NotFound):
        return  # they have died: nobody is told


def _is_part(referral_id: UUID) -> bool:
    return ServiceRequest.objects.filter(id=referral_id, based_on__isnull=False).exists()


def _kinds(*moments: MessageMoment) -> list[str]:
    place = directory.place()
    return [template.code for moment in moments if (template := place.message_for(moment))]
