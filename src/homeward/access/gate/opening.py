"""How is the gate opened and shut again? One access row, one transaction-local setting, the former one restored."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from psycopg import sql
from psycopg.pq import TransactionStatus

from homeward.access.gate import frame
from homeward.access.vocabulary import Mode
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.moments import aware

_OPEN = f"select gate.open({', '.join(['%s'] * 16)})"

_KINDS = (
    "text", "uuid", "uuid", "uuid", "text", "text", "text", "text", "text[]", "text", "text", "text", "timestamptz", "text[]",
    "text", "text[]",
)  # fmt: skip

SHUT = {
    "!works": (
        "Your account no longer has this role.",
        "Sign in again and choose a role, or ask the person who manages accounts in your organisation.",
    ),
    "!related": (
        "Your team is not looking after this person, so you cannot open their record.",
        "If they need your team's help, make or ask for a referral. If you think this is wrong, ask your hub.",
    ),
    "!objected": (
        "This person has asked that your organisation does not open their record.",
        "Speak with them. In an emergency you can open it out of turn; that is judged afterwards and they are told.",
    ),
}


GLASS_OPENS = frozenset({"!related", "!objected"})


class RecordShut(NotPermitted):
    """This person's record is shut to the actor; breaking the glass would open it."""

    def __init__(self, message: str, *, next_step: str, person_id: UUID) -> None:
        super().__init__(message, next_step=next_step)
        self.person_id = person_id


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
    care: str | None = None,
    partners: Sequence[str] = (),
) -> Iterator[None]:
    """Hold the gate open in `mode`. With `related_to`, only if one of those teams looks after the person; with `care`,
    unless the person objected to one of `partners` for that purpose.

    A refusal is written down when the transaction is ours to end; inside another one it ends with that one.
    """
    refused: NotPermitted | None = None
    ends_with_us = not connection.in_atomic_block  # then the setting ends with the transaction
    with _within_transaction():
        former = frame.opening.get()
        key = _asked(
            [
                mode,
                person_id,
                subject_id,
                *_who(by),
                why or by.purpose,
                aware(at),
                _listed(related_to),
                care,
                list(partners),
            ]
        )
        if key in SHUT:
            refused = _refusal(key, person_id)
            if not ends_with_us:
                raise refused
        else:
            before = frame.opened.get()
            frame.opening.set(key)
            frame.opened.set((key, mode, person_id))
            try:
                yield
            finally:
                if ends_with_us:
                    frame.opening.set(former)
                    frame.opened.set(before)
                elif not (mode == "person" and frame.keeps_open(former)):
                    restore(former)
                    frame.opened.set(before)
    if refused is not None:
        raise refused


def _refusal(key: str, person_id: UUID | None) -> NotPermitted:
    message, next_step = SHUT[key]
    if person_id is not None and key in GLASS_OPENS:
        return RecordShut(message, next_step=next_step, person_id=person_id)
    return NotPermitted(message, next_step=next_step)


def _who(by: Actor) -> list[object]:
    return [by.user_id, by.name, by.kind, by.organisation, by.role, list(by.teams), by.purpose, by.session]


def _listed(teams: Sequence[str] | None) -> list[str] | None:
    return None if teams is None else list(teams)


def statement(*, mode: Mode, by: Actor, at: datetime, why: str) -> str:
    """The whole statement that opens the gate, with its values in it, for a driver that takes no lists or nulls."""
    values = [mode, None, None, *_who(by), why, aware(at), None, None, []]
    parts = [
        sql.SQL("{}::{}").format(sql.Literal(value), sql.SQL(kind)) for value, kind in zip(values, _KINDS, strict=True)
    ]
    return "select gate.open(" + sql.SQL(", ").join(parts).as_string() + ")"


def _asked(values: Sequence[Any]) -> str:
    """The key of the opening, or why the gate stays shut."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, values)
        return str(cursor.fetchone()[0])


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
