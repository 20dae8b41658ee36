"""Whose number is this in another system, once a human has said it? Kept with that system, moved and taken back with a reason."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.people.actions.correct import Correction, correct
from homeward.people.actions.find_or_register import JOB
from homeward.people.actions.register import lock_number
from homeward.people.queries.may_look import require
from homeward.people.queries.numbered import holder_as
from homeward.people.rules.details import GivenIdentifier


def know_as(*, person_id: UUID, number: GivenIdentifier, reason: str, by: Actor, at: datetime) -> None:
    """From now on this number of that system is theirs; of whoever had it, it is a former one. Said twice it is done once."""
    _change(number, to=person_id, reason=reason, by=by, at=at)


def forget_as(*, number: GivenIdentifier, reason: str, by: Actor, at: datetime) -> bool:
    """The number is nobody's from now on; was it somebody's? Raises Invalid without a reason."""
    return _change(number, to=None, reason=reason, by=by, at=at)


def _change(number: GivenIdentifier, *, to: UUID | None, reason: str, by: Actor, at: datetime) -> bool:
    require(by, "stay.admit")
    house = replace(by, kind="system", role=JOB)
    with transaction.atomic():
        lock_number(f"{number.system} {number.value}")
        with gate.job(JOB, by=by, at=at):
            holder = holder_as(number)
        if holder == to:
            return False
        if holder is not None:
            correct(person_id=holder, correction=Correction(not_known_as=number), reason=reason, by=house, at=at)
        if to is not None:
            correct(person_id=to, correction=Correction(known_as=number), reason=reason, by=house, at=at)
        return True
