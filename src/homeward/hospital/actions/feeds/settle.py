"""Whom does a waiting row of a ward's file tell of? A human has said; it is then heard, with all told of that stay since."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.one_at_a_time import alone
from homeward.hospital.actions.feeds.take import JOB, details_of, hear, number_in
from homeward.hospital.models import FeedRow
from homeward.hospital.queries.feeds import WaitingRow, waiting_row
from homeward.hospital.queries.person_of import struck_told
from homeward.hospital.rules.news import from_row
from homeward.people.api import Likeness, banner, doubtful, forget_as, keep_number, know_as, numbered, register

NOT_LIKE = "The person chosen is not like the one the row tells of. Choose again, or none of them."


def who_may_be(row: WaitingRow, *, by: Actor, at: datetime) -> Sequence[Likeness]:
    """The people here of whom the row may tell, as it stands now."""
    details = details_of(from_row(row.told))
    found = [*doubtful(details=details, by=by, at=at)]
    struck = struck_told(row.source, str(row.told["encounter_id"]))
    if struck is not None and struck[0] not in {each.person_id for each in found}:
        found.append(_struck_from(struck[0], by=by, at=at))
    number = number_in(row.source, row.local_number)
    held = numbered(number=number, details=details, by=by, at=at) if number else None
    if held is None or held.person_id in {each.person_id for each in found}:
        return found
    return [
        Likeness(
            person_id=held.person_id, name=held.name, age="", birth_date=held.birth_date, postcode="", nhs_number=held.nhs_number,
            why=f"{row.source} meant them by the number {row.local_number} before. {held.doubt}".strip(), caution="", weight=0.0,
        ),
        *found,
    ]  # fmt: skip


def _struck_from(person_id: UUID, *, by: Actor, at: datetime) -> Likeness:
    with gate.job(JOB, by=by, at=at, why="whose a stay was that was struck out"):
        known = banner(person_id, by, at)
    return Likeness(
        person_id=person_id, name=known.name, age=known.age, birth_date=known.birth_date, postcode="", nhs_number=known.nhs_number,
        why="The stay that was struck out was told of them. Choose them only if it was theirs after all.", caution="", weight=0.0,
    )  # fmt: skip


def settle_row(*, row_id: UUID, person_id: UUID | None, by: Actor, at: datetime) -> UUID:
    """The row is about `person_id`, or about nobody here yet; returns the stay. Pressed twice it is done once.

    Raises NotFound, Invalid for somebody who is not like the row's, and Refused when the row cannot be done for them.
    """
    with alone("row of a ward", str(row_id)):
        row = waiting_row(row_id, by=by, at=at)
        if row.stay_id is not None:
            return row.stay_id
        chosen = _chosen(row, person_id, by, at)
        stay_id: UUID | None = None
        for told in _of_one_stay(row.source, str(row.told["encounter_id"]), by, at):
            heard = hear(
                told=told.told, line=told.line, way="csv", source=told.source, by=by, at=at, person_id=chosen,
                read=lambda told=told: from_row(told.told), asked=True,
            )  # fmt: skip
            stay_id = heard.stay_id or stay_id
            if stay_id is None:
                raise Refused(heard.reason, next_step="The row waits here until it can be done.")
        _remember(row, chosen, by, at)
        if stay_id is None:
            raise Refused("Somebody else has just done this.", next_step="Go back to the ward systems.")
        return stay_id


def _chosen(row: WaitingRow, person_id: UUID | None, by: Actor, at: datetime) -> UUID:
    """The person chosen, with the NHS number told when none was known of them; or somebody new."""
    details = details_of(from_row(row.told))
    if person_id is None:
        return register(details=details, by=by, at=at).id
    found = next((each for each in who_may_be(row, by=by, at=at) if each.person_id == person_id), None)
    if found is None:
        raise Invalid({"known": NOT_LIKE})
    if not found.nhs_number:
        keep_number(person_id=person_id, nhs_number=details.nhs_number, by=by, at=at)
    return person_id


def _remember(row: WaitingRow, person_id: UUID, by: Actor, at: datetime) -> None:
    """Who said it and when; and by the system's own number the next row about them is taken without asking."""
    with gate.job(JOB, by=by, at=at):
        FeedRow.objects.filter(id=row.id).update(settled_by=by.name or "A colleague", settled_at=at)
    if number := number_in(row.source, row.local_number):
        know_as(
            person_id=person_id, number=number, reason=f"A row of {row.source} with this number was said to be about them.", by=by, at=at
        )


def forget_number(*, row_id: UUID, reason: str, by: Actor, at: datetime) -> bool:
    """The number of a settled row means nobody from now on, so that the next row with it is asked about; did it mean somebody?

    Raises NotFound, and Invalid without a reason.
    """
    if not reason.strip():
        raise Invalid({"reason": "Say why this number is not theirs."})
    row = waiting_row(row_id, by=by, at=at)
    number = number_in(row.source, row.local_number)
    return number is not None and forget_as(number=number, reason=reason, by=by, at=at)


def _of_one_stay(source: str, encounter_id: str, by: Actor, at: datetime) -> Sequence[FeedRow]:
    with gate.job(JOB, by=by, at=at):
        rows = FeedRow.objects.filter(source=source, outcome="waiting", told__encounter_id=encounter_id)
        return list(rows.order_by("received_at", "line"))
