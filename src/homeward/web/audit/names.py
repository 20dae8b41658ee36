"""What are the people in the access log called? Asked for one page of it at a time, and itself written down."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from homeward.access.api import Known, gate
from homeward.foundation import nhs_number
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from homeward.people.api import Person, holder_of


def known_people(ids: Iterable[UUID], *, by: Actor, at: datetime) -> Mapping[UUID, Known]:
    """Each person's name and postcode today, to tell who is near to whom."""
    wanted = list(ids)
    if not wanted:
        return {}
    columns = ("id", "names__given", "names__family", "addresses__postcode")
    with gate.job("audit", by=by, at=at, why="who is near to whom in the access log"):
        found = Person.objects.filter(id__in=wanted, names__use="usual", names__valid_to__isnull=True)
        rows = list(found.filter(addresses__valid_to__isnull=True).values_list(*columns))
    return {row[0]: Known(given=row[1], family=row[2], postcode=row[3] or "") for row in rows}


def full_names(ids: Iterable[UUID | None], *, by: Actor, at: datetime) -> Mapping[UUID, str]:
    """Each person's name today."""
    known = _usual({each for each in ids if each is not None}, by=by, at=at)
    return {person_id: f"{given} {family}".strip() for person_id, (given, family) in known.items()}


def team_names(ids: Iterable[UUID | None], *, by: Actor, at: datetime) -> Mapping[UUID, str]:
    """The names of those among them whom the asker's teams look after now."""
    wanted = {each for each in ids if each is not None}
    if not wanted:
        return {}
    with gate.worklist(by=by, at=at, what="names in our team's access log"):
        return {person_id: f"{given} {family}".strip() for person_id, given, family in _rows(wanted)}


def person_meant(text: str, *, by: Actor, at: datetime) -> UUID:
    """The person a number stands for: an NHS number or our own id. Raises Invalid for the field 'person'."""
    typed = text.strip()
    try:
        return UUID(typed)
    except ValueError:
        pass
    number = nhs_number.normalise(typed)
    if not nhs_number.is_valid(number):
        raise Invalid({"person": "Enter an NHS number of 10 figures, like 485 777 3456."})
    with gate.job("audit", by=by, at=at, why="whose access log"):
        holder = holder_of(number)
    if holder is None:
        raise Invalid({"person": "Nobody here has that NHS number. Check it and try again."})
    return UUID(str(holder.id))


def _usual(ids: Iterable[UUID], *, by: Actor, at: datetime) -> Mapping[UUID, tuple[str, str]]:
    wanted = list(ids)
    if not wanted:
        return {}
    with gate.job("audit", by=by, at=at, why="names in the access log"):
        return {person_id: (given, family) for person_id, given, family in _rows(wanted)}


def _rows(wanted: Iterable[UUID]) -> Iterable[tuple[UUID, str, str]]:
    return Person.objects.filter(id__in=list(wanted), names__use="usual", names__valid_to__isnull=True).values_list(
        "id", "names__given", "names__family"
    )
