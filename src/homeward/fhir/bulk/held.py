"""What is in the files of a bulk export at this moment? Without whoever has objected, or become restricted, since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet, Sum

from homeward.access.api import gate
from homeward.fhir.models import BulkExport, BulkPage
from homeward.foundation.actions import Actor
from homeward.people.api import restricted_among

AT_ONCE_READ = 5000  # people whose standing is asked about in one statement


@dataclass(frozen=True, kw_only=True)
class Handed:
    """One file: its lines, and how many."""

    kind: str
    file: int
    count: int
    lines: str = ""


def files_of(export: BulkExport, *, by: Actor) -> Sequence[Handed]:
    """Every file with the number of its resources, in order. Inside the gate of the job.

    The database adds up; of people only the ids come here, some thousands at a time.
    """
    pages = BulkPage.objects.filter(export=export)
    counted = _added_up(pages)
    for out in _out_of(pages, by):
        for key, count in _added_up(pages.filter(person_id__in=list(out))).items():
            counted[key] -= count
    return [Handed(kind=kind, file=file, count=count) for (kind, file), count in counted.items() if count]


def _added_up(pages: QuerySet[BulkPage]) -> dict[tuple[str, int], int]:
    rows = pages.values_list("kind", "file").annotate(held=Sum("count")).order_by("kind", "file")
    return {(kind, file): held for kind, file, held in rows}


def _out_of(pages: QuerySet[BulkPage], by: Actor) -> Iterator[set[UUID]]:
    """Those in these pages who have left since, some at a time."""
    last = UUID(int=0)
    while True:
        rows = pages.filter(person_id__gt=last).order_by("person_id").values_list("person_id", flat=True).distinct()
        people = [each for each in rows[:AT_ONCE_READ] if each is not None]
        if not people:
            return
        if out := _left_since(set(people), by):
            yield out
        last = people[-1]


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
