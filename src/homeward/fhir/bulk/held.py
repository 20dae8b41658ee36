"""What is in the files of a bulk export at this moment? Without whoever has objected, or become restricted, since."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.access.api import gate
from homeward.fhir.models import BulkExport, BulkPage
from homeward.foundation.actions import Actor
from homeward.people.api import restricted_among

_IN_FILES = "kind", "file", "person_id"


@dataclass(frozen=True, kw_only=True)
class Handed:
    """One file: its lines, and how many."""

    kind: str
    file: int
    count: int
    lines: str = ""


def files_of(export: BulkExport, *, by: Actor) -> Sequence[Handed]:
    """Every file with the number of its resources, in order. Inside the gate of the job."""
    pages = BulkPage.objects.filter(export=export)
    out = _left_since({each for each in pages.values_list("person_id", flat=True) if each}, by)
    counted: dict[tuple[str, int], int] = {}
    for kind, file, person_id, count in pages.order_by("kind", "file").values_list(*_IN_FILES, "count"):
        if person_id not in out:
            counted[kind, file] = counted.get((kind, file), 0) + count
    return [Handed(kind=kind, file=file, count=count) for (kind, file), count in counted.items()]


def file_of(export: BulkExport, kind: str, file: int, *, by: Actor) -> Handed | None:
    """One file with its lines; None when there is no such one. Inside the gate of the job."""
    pages = list(BulkPage.objects.filter(export=export, kind=kind, file=file).order_by("person_id", "id"))
    if not pages:
        return None
    out = _left_since({each.person_id for each in pages if each.person_id}, by)
    kept = [each for each in pages if each.person_id not in out]
    lines = "".join(each.lines for each in kept)
    return Handed(kind=kind, file=file, count=sum(each.count for each in kept), lines=lines)


def _left_since(people: set[UUID], by: Actor) -> set[UUID]:
    far = people - gate.near(people, by=by)
    return far | gate.objectors(people, by=by) | restricted_among(people)
