"""Which subscribers must hear of what happened? The log is read on from where it was left, by one reader at a time."""

import json
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access.api import consent, gate, relationships, system
from homeward.directory import api as directory
from homeward.exchange.actions.queue import Parcel, queue
from homeward.exchange.models import Subscription, Watermark
from homeward.exchange.rules.criteria import KEPT_KINDS, MEASURED, OWN_CHANGES, OWN_KINDS, Change, matches
from homeward.exchange.vocabulary import JOB, SUBSCRIBERS
from homeward.foundation import events
from homeward.foundation.events import EventRow
from homeward.hospital import api as hospital
from homeward.monitoring import api as monitoring
from homeward.plans import api as plans
from homeward.plans.api import Finding
from homeward.records import api as records
from homeward.referrals.vocabulary import STATES
from homeward.visits import api as visits

AT_ONCE = 500
MOST_OF_ONE = 200
_REQUEST_STATUS: dict[str, str] = {state: words.request_status for state, words in STATES.items()}
_BY_SUBJECT = {subject: kind for kind, subject in OWN_KINDS.items()}


def tell_subscribers(*, at: datetime, most: int = 20) -> int:
    """Put down the notices of settled events; returns how many. Another reader at work, or nobody listening: none."""
    told = 0
    for _ in range(most):
        done = _some(at)
        if done is None:
            break
        told += done
    return told


def _some(at: datetime) -> int | None:
    """The next events, in one transaction with the mark of how far the log was read; None when there are no more."""
    with transaction.atomic():
        mark = Watermark.objects.select_for_update(skip_locked=True).filter(name=SUBSCRIBERS).first()
        listening = [
            each for each in Subscription.objects.exclude(status="off") if each.ends_at is None or each.ends_at > at
        ]
        if mark is None or not listening:
            return None
        with gate.job(JOB, by=system(JOB), at=at):
            rows = events.after(events.Watermark(xid=mark.xid, position=mark.position), limit=AT_ONCE)
            if not rows:
                return None
            told = sum(_tell(event, listening, at) for event in rows)
        mark.xid, mark.position = rows[-1].xid, rows[-1].position
        mark.save(update_fields=["xid", "position"])
    return told


def _tell(event: EventRow, listening: list[Subscription], at: datetime) -> int:
    told = 0
    kinds = {each.kind for each in listening}
    for change in changes(event, kinds):
        for each in listening:
            if (
                each.kind == change.kind
                and event.recorded_at > each.made_at
                and matches(each.asked, change)
                and _may_know(each, change, at)
            ):
                queue(_parcel(each, change, event), at=at)
                told += 1
    return told


def changes(event: EventRow, kinds: set[str]) -> Iterator[Change]:
    """The resources that this event changed, of the kinds that anybody asked for."""
    if event.person_id is None:
        return
    kind = OWN_CHANGES.get(event.kind) or _BY_SUBJECT.get(event.subject_kind, "")
    if kind in kinds:
        status = _REQUEST_STATUS.get(str(event.facts.get("state")), "") if kind == "ServiceRequest" else ""
        yield Change(kind=kind, id=event.subject_id, person_id=event.person_id, status=status)
    if event.kind == "visit.record_contact" and "QuestionnaireResponse" in kinds:
        for form in visits.forms_recorded(event.person_id, by=system(JOB)):
            if form.encounter_id == event.subject_id:
                yield Change(kind="QuestionnaireResponse", id=form.id, person_id=event.person_id)
    if event.kind in hospital.STAY_CHANGES and "Encounter" in kinds:
        for stay in hospital.given_stays(event.person_id, stay_id=event.subject_id):
            yield Change(kind="Encounter", id=stay.id, person_id=stay.person_id)
    if "Observation" in kinds:
        for found in _found_here(event.person_id, event):
            yield Change(kind="Observation", id=found.id, person_id=event.person_id)
    for kept in sorted(kinds & KEPT_KINDS & set(event.facts.get("kinds") or ())) if event.kind in ("record.keep", "app.send") else ():
        for item in records.items(person_id=event.person_id, kinds=[kept], received_since=event.at, limit=MOST_OF_ONE):
            if item.received_at == event.at:
                yield Change(kind=kept, id=item.id, person_id=event.person_id)


def _found_here(person_id: UUID, event: EventRow) -> list[Finding]:
    """What was measured here in this event, or struck."""
    if event.kind in MEASURED and event.facts.get("set") and not event.facts.get("again"):
        return monitoring.findings_of_sets(person_id, beside=UUID(str(event.facts["set"])))
    if event.kind == "visit.record_contact":
        return plans.findings_on_forms(person_id, encounter_id=event.subject_id)
    if event.kind == "plan.answer":
        return plans.findings_on_forms(person_id, response_id=event.subject_id)
    return []


def _may_know(each: Subscription, change: Change, at: datetime) -> bool:
    """Only of people whom the subscriber may open now, and who have not objected."""
    role = directory.place().roles.get(each.role)
    if (role is None or role.needs_relationship) and not relationships.with_team(change.person_id, each.teams):
        return False
    return consent.may_share(change.person_id, consent.care_purpose(), each.organisation, at).allowed


def _parcel(each: Subscription, change: Change, event: EventRow) -> Parcel:
    named = f"{change.kind}/{change.id}"
    return Parcel(
        key=f"hook:{each.id}:{event.id}:{change.id}", person_id=change.person_id, channel="webhook", kind="webhook",
        recipient=each.endpoint, recipient_name=named, subject=f"{change.kind} changed",
        payload=_ids_alone(change.kind, change.id) if each.payload == "id" else "", subscription_id=each.id,
        partner=each.organisation, about_kind=change.kind, about_id=change.id, by_name=event.actor_name, why=event.kind,
    )  # fmt: skip


def _ids_alone(kind: str, id: UUID) -> str:
    """A Bundle that names what changed and nothing more."""
    entry = {
        "fullUrl": f"{kind}/{id}",
        "request": {"method": "PUT", "url": f"{kind}/{id}"},
        "response": {"status": "200"},
    }
    return json.dumps({"resourceType": "Bundle", "type": "history", "entry": [entry]})
