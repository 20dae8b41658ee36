"""When does a referral go to a partner's system, and when is it taken back? As its owner changes, in the same transaction."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from homeward.access.api import consent, system
from homeward.directory import api as directory
from homeward.exchange.actions.dead_letters import hand_to_owner, let_go
from homeward.exchange.actions.follow_people import stop_rows
from homeward.exchange.actions.queue import Parcel, queue
from homeward.exchange.bars.codes import REVOKED, UPDATE
from homeward.exchange.bars.compose import ReferralToSend, referral_message
from homeward.exchange.bars.from_referral import from_referral
from homeward.exchange.models import Outgoing
from homeward.exchange.vocabulary import JOB, KEEPER, NEW_REFERRAL, PATIENCE, UPDATED_REFERRAL, WITHDRAWN_REFERRAL
from homeward.foundation.events import EventRow
from homeward.grammar.api import MessagePartner
from homeward.people.api import banner
from homeward.referrals.api import ServiceRequest, shown
from homeward.referrals.vocabulary import STATES

HELD = ("placed", "accepted", "in_contact")
NOTE = "note"
SAID = {
    NEW_REFERRAL: "Referral", UPDATED_REFERRAL: "News of the referral", WITHDRAWN_REFERRAL: "Withdrawal of the referral",
}  # fmt: skip


def owner_changed(event: EventRow) -> None:
    """Tell the partner who has it now, and the one who has it no more."""
    before, after = _partner(event, "from_state", "from_team"), _partner(event, "state", "team")
    if before is not None and after is not None and before.code == after.code:
        held_changed(event)
        return
    if before is None and after is None:
        return
    referral = ServiceRequest.objects.filter(id=event.subject_id).first()
    if referral is None:
        return
    if before is not None and not _ended_well(event):
        take_back(referral, before, event)
    if after is not None:
        send_on(referral, after, event)


def held_changed(event: EventRow) -> None:
    """Tell the partner who holds it of a step here, a note or an answer; what the partner did itself it knows."""
    if event.actor_kind == "partner" or event.role == KEEPER:
        return
    referral = shown(event.subject_id)
    partner = directory.place().partner_for(referral.owner_team_id) if referral and referral.state in HELD else None
    if referral is None or partner is None:
        return
    went = Outgoing.objects.filter(thread=thread_of(referral, partner)).order_by("-queued_at", "-id").first()
    if went is None or went.kind == WITHDRAWN_REFERRAL or went.state in ("dead", "stopped"):
        return
    told = tuple(each for each in (f"It stands at: {STATES[referral.known_state].title}", _words_of(event)) if each)
    if event.kind == f"referral.{NOTE}" or told[0] not in json_text(went):
        _queue(referral, partner, event, kind=UPDATED_REFERRAL, more=told)


def json_text(row: Outgoing) -> str:
    """What was written last, as text to look in."""
    return " ".join(str(note.get("text", "")) for note in _request_of(row).get("note", ()))


def _request_of(row: Outgoing) -> dict[str, Any]:
    entries = orjson.loads(row.payload)["entry"]
    found: dict[str, Any] = next(
        (each["resource"] for each in entries if each["resource"]["resourceType"] == "ServiceRequest"), {}
    )
    return found


def _words_of(event: EventRow) -> str:
    words = str(event.facts.get("words") or "") if event.kind == f"referral.{NOTE}" else ""
    return f"{event.actor_name} wrote: {words}" if words else ""


def send_on(referral: ServiceRequest, partner: MessagePartner, event: EventRow) -> None:
    """Put the referral down for the partner, unless the person does not want it shared: then a human must find another way."""
    owner = directory.place().teams[referral.owner_team_id]
    decision = consent.may_share(referral.person_id, consent.care_purpose(), owner.organisation, event.at)
    if decision.allowed:
        _queue(referral, partner, event, kind=NEW_REFERRAL)
        return
    id = _queue(referral, partner, event, kind=NEW_REFERRAL, why_not=f"It was not sent: {decision.words}")
    row = Outgoing.objects.get(id=id)
    Outgoing.objects.filter(id=id).update(state="dead")
    hand_to_owner(row, at=event.at)


def take_back(referral: ServiceRequest, partner: MessagePartner, event: EventRow) -> None:
    """Withdraw it there. What never left is only stopped; what may have arrived is withdrawn in its turn."""
    rows = Outgoing.objects.filter(thread=thread_of(referral, partner), kind=NEW_REFERRAL)
    last = rows.order_by("-queued_at", "-id").first()
    if last is None:
        return
    if last.state == "sent" or last.tries and may_have_arrived(last):
        _queue(referral, partner, event, kind=WITHDRAWN_REFERRAL)
    if last.state in ("queued", "failed", "dead") and (not last.tries or last.state == "dead"):
        stop_rows(rows.filter(id=last.id), "The referral was taken back before it could be sent.", at=event.at)
        let_go(last, at=event.at)


def thread_of(referral: ServiceRequest, partner: MessagePartner) -> str:
    """What must reach one partner in its order."""
    return f"bars:{partner.code}:{referral.id}"


def may_have_arrived(row: Outgoing) -> bool:
    """Not when they refused it; whoever only never answered may have it."""
    return row.state == "failed" or row.leased_until is not None or row.tries > len(PATIENCE["bars"])


def rewrite(row: Outgoing) -> None:
    """What was refused is written anew under the same id: the detail that was wrong may have been put right since."""
    referral = ServiceRequest.objects.filter(id=row.about_id).first() if row.about_id else None
    partner = directory.place().partners.get(row.partner)
    if referral is None or partner is None or directory.place().partner_for(referral.owner_team_id) != partner:
        return
    message_id = UUID(orjson.loads(row.payload)["id"])
    row.payload = _text(from_referral(referral, partner, message_id=message_id, at=row.queued_at))


def _text(said: ReferralToSend) -> str:
    return orjson.dumps(referral_message(said), option=orjson.OPT_INDENT_2).decode()


def _partner(event: EventRow, state: str, team: str) -> MessagePartner | None:
    if event.facts.get(state) not in HELD or not event.facts.get(team):
        return None
    return directory.place().partner_for(event.facts[team])


def _ended_well(event: EventRow) -> bool:
    """Closed by those who helped: there is nothing to take back. A death is told."""
    death = directory.place().reason_that_means("person_died", use="close").code
    return event.facts.get("state") == "closed" and event.facts.get("outcome") != death


def _queue(
    referral: ServiceRequest,
    partner: MessagePartner,
    event: EventRow,
    *,
    kind: str,
    why_not: str = "",
    more: tuple[str, ...] = (),
) -> UUID:
    at: datetime = event.at
    status = REVOKED if kind == WITHDRAWN_REFERRAL else "active"
    reason = UPDATE if kind == UPDATED_REFERRAL else ""
    written = from_referral(referral, partner, message_id=event.id, at=at, status=status, reason=reason, more=more)
    who = banner(referral.person_id, system(JOB), at)
    said = SAID[kind]
    return queue(
        Parcel(
            key=f"{kind}:{partner.code}:{event.id}", person_id=referral.person_id, channel="bars", kind=kind,
            recipient=partner.code, recipient_name=partner.title, subject=f"{said} of {who.name}",
            words=written.need_words, payload=_text(written),
            partner=partner.code, about_kind="referral", about_id=referral.id, thread=thread_of(referral, partner),
            owner_team=referral.hub_team_id, by_name=event.actor_name, why=event.kind, urgent=True,
        ),
        at=at, why_not=why_not,
    )  # fmt: skip
