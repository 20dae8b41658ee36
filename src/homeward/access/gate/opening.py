"""How is the gate opened and shut again? One access row, one transaction-local setting, the former one restored."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from homeward.access.gate import frame
from homeward.access.vocabulary import Mode
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.moments import aware

_OPEN = "select gate.open(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"

SHUT = {
    "!works": (
        "Your account no longer has this role.",
        "Sign in again and choose a role, or ask the person who manages accounts in your organisation.",
    ),
    "!related": (
        "Your team is not looking after this person, so you cannot open their record.",
        "If they need your team's help, make or ask for a referral. If you think this is wrong, ask your hub.",
    ),
}


@contextmanager
def opened(
    *,
    mode: Mode,
    by: Actor,
    at: datetime,
    why: str,
    person_id: UUID | None = None,
    subject_id: UUID | None = None,
    related_to: Sequence[str] | None = None,
) -> Iterator[None]:
    """Hold the gate open in `mode`. With `related_to`, only if one of those teams looks after the person."""
    ends_with_us = not connection.in_atomic_block  # then the setting ends with the transaction
    with _within_transaction():
        former = frame.opening.get()
        with connection.cursor() as cursor:
            cursor.execute(
                _OPEN,
                [
                    mode, person_id, subject_id, by.user_id, by.name, by.kind, by.organisation, by.role, list(by.teams),
                    by.purpose, by.session, why or by.purpose, aware(at), None if related_to is None else list(related_to),
                ],
            )  # fmt: skip
            key = str(cursor.fetchone()[0])
        if key in SHUT:
            message, next_step = SHUT[key]
            raise NotPermitted(message, next_step=next_step)
        frame.opening.set(key)
        try:
            yield
        finally:
            if ends_with_us:
                frame.opening.set(former)
            elif not (mode == "person" and frame.keeps_open()):
                restore(former)


def restore(former: str) -> None:
    """Put a former opening back in force. A broken transaction takes its settings with it, so nothing is asked of it."""
    frame.opening.set(former)
    raw = connection.connection
    if raw is not None and raw.info.transaction_status == TransactionStatus.INTRANS and not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("select set_config('homeward.opening', %s, true)", [former])


def _within_transaction() -> AbstractContextManager[object]:
    """The setting lives as long as its transaction, so there must be one; an outer one is used as it is."""
    return nullcontext() if connection.in_atomic_block else transaction.atomic()
