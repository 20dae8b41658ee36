"""What is written of one person, or of the place, into the files of a bulk export? By kind, a resource a line."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from homeward.fhir.door.route import Call
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.received import every_item
from homeward.fhir.resources.shown import Shown


def lines_of_person(
    person_id: UUID, kinds: Collection[str], call: Call, *, since: datetime | None
) -> Mapping[str, list[bytes]]:
    """By kind, for those of which there is any. While the person's record is open; what the system may not see is not in it."""
    return _by_kind(_of_person(person_id, kinds, call), since)


def lines_of_place(kinds: Collection[str], call: Call, *, since: datetime | None) -> Mapping[str, list[bytes]]:
    """The same of what is about nobody: the place's own, and what partners sent."""
    return _by_kind(_of_place([each for each in kinds if not KINDS[each].personal], call), since)


def _of_person(person_id: UUID, kinds: Collection[str], call: Call) -> Iterator[Shown]:
    personal = [each for each in kinds if KINDS[each].personal]
    for name in personal:
        own = KINDS[name].own
        if own is not None:
            yield from own.of_person(person_id, call)
    yield from every_item(person_id, [each for each in personal if KINDS[each].received], call)


def _of_place(kinds: Collection[str], call: Call) -> Iterator[Shown]:
    for name in kinds:
        place = KINDS[name].place
        if place is not None:
            yield from place.by_id(call).values()
    yield from every_item(None, [each for each in kinds if KINDS[each].received], call)


def _by_kind(shown: Iterable[Shown], since: datetime | None) -> Mapping[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for each in shown:
        if since is None or each.updated >= since:
            found.setdefault(each.kind, []).append(each.json)
    return found
