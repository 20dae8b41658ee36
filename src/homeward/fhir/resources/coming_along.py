"""What comes along with the matches: what they point to (_include), and what points to them (_revinclude)?"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from homeward.access.api import in_words
from homeward.fhir.door.opening import opened
from homeward.fhir.door.route import Call
from homeward.fhir.resources.kinds import KINDS, Kind
from homeward.fhir.resources.pointed_at import targets
from homeward.fhir.resources.reading import find
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.asking import Asked
from homeward.foundation.errors import NotFound, NotPermitted

MOST = 1000
ROUNDS = 3  # of following what was included (:iterate)


def along_with(call: Call, asked: Asked, matches: Sequence[Shown]) -> list[Shown]:
    """Each once, none that is a match already, nothing beyond the scopes of the token."""
    found = {(each.kind, each.id): each for each in matches}
    added: dict[tuple[str, str], Shown] = {}
    for each in _pointing_to(call, asked, matches):
        if (each.kind, each.id) not in found and len(added) < MOST:
            added[(each.kind, each.id)] = each
    waiting = [*matches, *added.values()]
    for _ in range(ROUNDS):
        new = []
        for key in _pointed_to(call, asked, waiting):
            if key in found or key in added or len(added) >= MOST or not call.may(key[0]):
                continue
            resource = find(call, KINDS[key[0]], key[1], why=f"including {in_words(key[0])} over FHIR")
            if resource:
                added[key] = resource
                new.append(resource)
        waiting = new
    return list(added.values())


def _pointed_to(call: Call, asked: Asked, resources: Sequence[Shown]) -> Iterator[tuple[str, str]]:
    for kind, name, target in asked.includes:
        parameter = None if name == "*" else KINDS[kind].searches[name]
        for each in resources:
            if each.kind == kind:
                yield from (key for key in targets(call, each.tree, parameter) if not target or key[0] == target)


def _pointing_to(call: Call, asked: Asked, matches: Sequence[Shown]) -> Iterator[Shown]:
    wanted = {(each.kind, each.id) for each in matches}
    for kind, name, _ in asked.revincludes:
        if not call.may(kind):
            continue
        parameter = None if name == "*" else KINDS[kind].searches[name]
        for candidate in _candidates(call, KINDS[kind], matches):
            if any(key in wanted for key in targets(call, candidate.tree, parameter)):
                yield candidate


def _candidates(call: Call, kind: Kind, matches: Sequence[Shown]) -> Iterator[Shown]:
    """What could point to the matches: all of the kind of the same people, or of the place."""
    if not kind.personal:
        yield from kind.place.by_id(call).values() if kind.place else ()
        yield from kind.received.each_of(None, call) if kind.received else ()
        return
    people: dict[UUID, None] = dict.fromkeys(each.person_id for each in matches if each.person_id)
    for person_id in people:
        try:
            with opened(call, person_id, why=f"including {in_words(kind.name)} over FHIR"):
                found = [each for source in kind.sources for each in source.of_person(person_id, call)]
        except (NotPermitted, NotFound):
            continue
        yield from found
