"""Which deliveries came in, how far is each, and what became of every row?"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min
from django.db.models.functions import Greatest

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.records.models import Item, Row, Run, Subject
from homeward.records.vocabulary import HOWS, IMPORTS_JOB, ROW_STATES, RUN_STATES


@dataclass(frozen=True, kw_only=True)
class FileView:
    """One file: how far it is read in percent, and why it was refused, if it was."""

    number: int
    name: str
    size: int
    percent: int
    refused: str


@dataclass(frozen=True, kw_only=True)
class ImportRun:
    """One delivery. `counts` are rows by state; `people` are the people spoken of, by how they are known."""

    id: UUID
    source: str
    state: str
    state_words: str
    dry_run: bool
    by_name: str
    started_at: datetime
    checked_at: datetime | None
    applied_at: datetime | None
    files: tuple[FileView, ...]
    counts: dict[str, int]
    people: dict[str, int]

    @property
    def troubled(self) -> bool:
        """Is there anything that somebody should look at?"""
        return bool(self.counts["clash"] or self.counts["rejected"] or any(each.refused for each in self.files))


@dataclass(frozen=True, kw_only=True)
class RowView:
    """One row: where it stands, about whom, what was found, and (one at a time) old and new wording."""

    id: int
    file: str
    place: int
    kind: str
    source_id: str
    display: str
    whom: str
    person_id: UUID | None
    state: str
    state_words: str
    reasons: tuple[str, ...]
    flags: tuple[str, ...]
    old: str = ""
    new: str = ""
    subject_id: int | None = None
    subject_words: str = ""
    subject_doubtful: bool = False


def runs(*, limit: int = 50, before: datetime | None = None, by: Actor, at: datetime) -> list[ImportRun]:
    """The latest deliveries, newest first, with their counts."""
    rows = Run.objects.order_by("-started_at", "id")
    if before is not None:
        rows = rows.filter(started_at__lt=before)
    found = list(rows.prefetch_related("files")[:limit])
    states: dict[UUID, dict[str, int]] = {each.id: {} for each in found}
    with gate.job(IMPORTS_JOB, by=_house(by), at=at):
        counted = Row.objects.filter(run__in=found).values_list("run_id", "state").annotate(Count("id"))
        for run_id, state, count in counted:
            states[run_id][state] = count
    return [_view(each, states[each.id], {}) for each in found]


def coming_in_since() -> datetime | None:
    """What is coming in at this moment may bear a moment as early as this one; None while nothing comes in."""
    moments = Greatest("started_at", "checked_at", "applied_at")  # each is no later than the one that it goes on with
    coming = Run.objects.exclude(state="applied").exclude(state="checked")
    earliest: datetime | None = coming.aggregate(earliest=Min(moments))["earliest"]
    return earliest


def run(run_id: UUID, *, by: Actor, at: datetime) -> ImportRun:
    """One delivery with its counts. Raises NotFound."""
    found = Run.objects.filter(id=run_id).first()
    if found is None:
        raise NotFound("There is no such delivery.", next_step="Look at the list of deliveries.")
    with gate.job(IMPORTS_JOB, by=_house(by), at=at):
        states = dict(Row.objects.filter(run=found).values_list("state").annotate(Count("id")))
        hows = dict(Subject.objects.filter(run=found).values_list("how").annotate(Count("id")))
    return _view(found, states, hows)


def run_rows(
    run_id: UUID, *, state: str | None = None, after: int = 0, limit: int = 50, by: Actor, at: datetime
) -> list[RowView]:
    """Rows in the order in which they came, from after the row `after`."""
    with gate.job(IMPORTS_JOB, by=_house(by), at=at):
        rows = Row.objects.filter(run_id=run_id, id__gt=after).defer("body", "digest").order_by("id")
        found = list(rows.filter(state=state)[:limit] if state else rows[:limit])
        names = dict(Run.objects.get(id=run_id).files.values_list("number", "name")) if found else {}
    return [_row(each, names.get(each.file, "")) for each in found]


def run_row(run_id: UUID, row_id: int, *, by: Actor, at: datetime) -> RowView:
    """One row with what stands here and what came. Raises NotFound."""
    with gate.job(IMPORTS_JOB, by=_house(by), at=at):
        row = Row.objects.filter(run_id=run_id, id=row_id).select_related("run").first()
        if row is None:
            raise NotFound("There is no such row in this delivery.", next_step="Go back to the delivery.")
        item = Item.objects.filter(id=row.item_id).first()
        subject = Subject.objects.filter(run_id=run_id, key=row.whom).first() if row.whom else None
        name = row.run.files.get(number=row.file).name
    applied = row.state == "applied"
    return replace(
        _row(row, name),
        old=item.body if item and not applied else "",
        new=item.body if item and applied else row.body,
        subject_id=subject.id if subject else None,
        subject_words=_about(subject, row) if subject else "",
        subject_doubtful=subject is not None and subject.how == "doubtful" and row.state == "clash",
    )


def _about(subject: Subject, row: Row) -> str:
    """How the person is known, and why that is in doubt unless the row says so itself."""
    said = subject.reason in (row.reasons or ())
    return f"{HOWS[subject.how]}. {'' if said else subject.reason}".strip()


def _house(by: Actor) -> Actor:
    return replace(by, kind="system", role=IMPORTS_JOB, teams=())


def _row(row: Row, file: str) -> RowView:
    return RowView(
        id=row.id, file=file, place=row.place, kind=row.kind, source_id=row.source_id, display=row.display, whom=row.whom,
        person_id=row.person_id, state=row.state, state_words=ROW_STATES[row.state],
        reasons=tuple(row.reasons or ()), flags=tuple(row.flags or ()),
    )  # fmt: skip


def _view(found: Run, states: dict[str, int], hows: dict[str, int]) -> ImportRun:
    files = tuple(
        FileView(
            number=each.number, name=each.name, size=each.size, refused=each.refused,
            percent=100 if each.done else min(99, 100 * each.read_to // max(1, each.size)),
        )
        for each in sorted(found.files.all(), key=lambda file: file.number)
    )  # fmt: skip
    return ImportRun(
        id=found.id, source=found.source, state=found.state, state_words=RUN_STATES[found.state],
        dry_run=found.dry_run, by_name=found.by_name, started_at=found.started_at, checked_at=found.checked_at,
        applied_at=found.applied_at, files=files, counts={state: states.get(state, 0) for state in ROW_STATES},
        people={how: count for how, count in hows.items() if count},
    )  # fmt: skip
