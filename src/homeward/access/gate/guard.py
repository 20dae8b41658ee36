"""May this action run, and with whose record open? Asked before every action; the answer is no unless something says yes."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.gate import frame, ways
from homeward.access.gate.opening import SHUT, restore
from homeward.access.queries.declared_role import declared_role
from homeward.access.queries.may import may
from homeward.access.rules.saying import said
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted


@contextmanager
def guard(*, verb: str, by: Actor, person_id: UUID | None, at: datetime, last: bool = False) -> Iterator[None]:
    """Role, then organisation and teams, then relationship; the person's record is open while the action runs.

    The opening is a setting of the transaction. Where that ends with the action (`last`) the setting ends by itself.
    """
    _check_role(verb, by)
    if by.kind == "staff" and person_id is None:
        _check_membership(by, at)
    outer = frame.action.get()
    former, before = frame.opening.get(), frame.opened.get()
    frame.action.set(frame.Frame(verb=verb, person_id=person_id, former=former))
    try:
        with ways.person(person_id, by=by, at=at, why=verb) if person_id else nullcontext():
            yield
    finally:
        frame.action.set(outer)
        if last:
            frame.opening.set(former)
        elif frame.opening.get() != former:
            restore(former)
        frame.opened.set(before)


def _check_role(verb: str, by: Actor) -> None:
    if may(by, verb):
        return
    role = declared_role(by.role) if by.kind in ("staff", "citizen", "partner") else None
    if by.kind == "link":
        message = f"This link does not let you {said(verb)}."
        next_step = "Contact the team that sent it to you."
    elif by.kind == "system":
        message, next_step = (
            f"The job '{by.role}' was not declared to {said(verb)}.",
            "",
        )
    else:
        message = f"Your role, {role.title if role else by.role or 'none'}, may not {said(verb)}."
        next_step = "Ask a colleague whose role includes it, or the person who manages accounts in your organisation."
    raise NotPermitted(message, next_step=next_step)


def _check_membership(by: Actor, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select gate.works(%s, %s, %s, %s, %s)",
            [by.user_id, by.organisation, by.role, list(by.teams), at],
        )
        works = cursor.fetchone()[0]
    if not works:
        message, next_step = SHUT["!works"]
        raise NotPermitted(message, next_step=next_step)
