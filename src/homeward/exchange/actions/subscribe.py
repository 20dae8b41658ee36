"""How does a partner's system ask to be told of changes, stop asking, and how is a stopped one switched on again?"""

import re
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from homeward.access.api import gate, system
from homeward.exchange.actions.follow_people import stop_rows
from homeward.exchange.channels.sealing import seal
from homeward.exchange.channels.webhook import can_send_resources
from homeward.exchange.models import Outgoing, Subscription, Watermark
from homeward.exchange.rules.addresses import fault_of
from homeward.exchange.rules.criteria import read_criteria
from homeward.exchange.vocabulary import JOB, SUBSCRIBERS, WAITING
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.ids import new_id

PAYLOADS = ("none", "id", "full")
MOST = 50
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}:[ \t]*[\x20-\x7e]{0,2000}")
_OURS = ("host", "content-length", "content-type", "connection", "transfer-encoding", "x-request-id", "idempotency-key")
_LAST = 2**63 - 1


@action("subscription.make")
def subscribe(
    *, criteria: str, endpoint: str, payload: str = "none", headers: Sequence[str] = (), reason: str = "",
    ends_at: datetime | None = None, by: Actor, at: datetime,
) -> Happening[Subscription]:  # fmt: skip
    """A subscription by rest-hook, active at once; its headers are sealed and never shown again.

    `payload`: 'none', 'id', or 'full' for the whole resource. Raises Invalid with a sentence for each element at fault.
    """
    errors = _faults(endpoint, payload, headers, ends_at, at)
    try:
        read = read_criteria(criteria)
    except Invalid as wrong:
        raise Invalid(errors | wrong.errors) from wrong
    if Subscription.objects.filter(organisation=by.organisation).exclude(status="off").count() >= MOST:
        errors["criteria"] = f"Your system has {MOST} subscriptions already. End one first."
    if errors:
        raise Invalid(errors)
    _begin_reading()
    made = Subscription.objects.create(
        id=new_id(), client_name=by.name, client_id=by.user_id, organisation=by.organisation, role=by.role,
        teams=list(by.teams), criteria=criteria.strip(), kind=read.kind, asked=dict(read.asked), endpoint=endpoint,
        payload=payload, sealed_headers=seal(headers), reason=reason[:500], ends_at=ends_at, made_at=at, changed_at=at,
    )  # fmt: skip
    return _happening(made)


@action("subscription.end")
def unsubscribe(*, subscription_id: UUID, by: Actor, at: datetime) -> Happening[Subscription]:
    """No more of it, and what waits is stopped. Raises NotFound for another organisation's."""
    found = _held(subscription_id)
    if found.organisation != by.organisation:
        raise NotFound("There is no such subscription.")
    _change(found, status="off", error="", at=at)
    with gate.job(JOB, by=system(JOB), at=at):
        stop_rows(
            Outgoing.objects.filter(subscription_id=found.id, state__in=WAITING), "The subscription was ended.", at=at
        )
    return _happening(found)


@action("subscription.switch")
def switch_on(*, subscription_id: UUID, by: Actor, at: datetime) -> Happening[Subscription]:
    """Tell the subscriber again from now on, once its endpoint has been put right."""
    found = _held(subscription_id)
    _begin_reading()
    found.errors = 0
    _change(found, status="active", error="", at=at)
    return _happening(found)


def note_trouble(row: Outgoing, *, at: datetime) -> None:
    """What a try means for its subscription: trouble is told, arrival clears it, and a dead one switches it off."""
    if row.subscription_id is None:
        return
    found = _held(row.subscription_id)
    if found.status == "off":
        return
    if row.state == "sent" and found.status != "active":
        found.errors = 0
        _change(found, status="active", error="", at=at)
    elif row.state in ("failed", "dead"):
        found.errors += 1
        _change(found, status="off" if row.state == "dead" else "error", error=row.state_words[:500], at=at)


def _change(found: Subscription, *, status: str, error: str, at: datetime) -> None:
    found.status, found.error, found.changed_at, found.version = status, error, at, found.version + 1
    found.save(update_fields=["status", "error", "errors", "changed_at", "version"])


def _held(subscription_id: UUID) -> Subscription:
    found = Subscription.objects.select_for_update().filter(id=subscription_id).first()
    if found is None:
        raise NotFound("There is no such subscription.")
    return found


def _begin_reading() -> None:
    """While nobody subscribes nobody reads the log; the first to come hears of what happens from now on."""
    if Subscription.objects.exclude(status="off").exists():
        return
    with connection.cursor() as cursor:
        cursor.execute("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1")
        xid = cursor.fetchone()[0]
    Watermark.objects.update_or_create(name=SUBSCRIBERS, defaults={"xid": xid, "position": _LAST})


def _faults(
    endpoint: str, payload: str, headers: Sequence[str], ends_at: datetime | None, at: datetime
) -> dict[str, str]:
    errors = {}
    if fault := fault_of(endpoint, private=settings.HOMEWARD_PRIVATE_HOOKS):
        errors["channel.endpoint"] = fault
    if payload not in PAYLOADS:
        errors["channel.payload"] = "Ask for nothing, for ids or for the whole resource."
    elif payload == "full" and not can_send_resources():
        errors["channel.payload"] = "Whole resources are not sent from here. Ask for ids."
    if ends_at is not None and ends_at <= at:
        errors["end"] = "The end must be in the future."
    for each in headers:
        if not _HEADER.fullmatch(each) or each.partition(":")[0].lower() in _OURS:
            errors["channel.header"] = (
                "Each header must be one line such as 'Authorization: Bearer …', and none that we set ourselves."
            )
    return errors


def _happening(found: Subscription) -> Happening[Subscription]:
    facts = {
        "organisation": found.organisation,
        "criteria": found.criteria,
        "status": found.status,
        "payload": found.payload,
    }
    return Happening(result=found, subject_kind="subscription", subject_id=found.id, person_id=None, facts=facts)
