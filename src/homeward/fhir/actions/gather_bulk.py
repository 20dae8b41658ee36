"""How is a bulk export gathered? By the house, person by person, each opened through the gate as the system that asked.

A person is one transaction: their pages and how far it has come are written together. So a worker that is killed loses
nothing and writes nobody twice, and two at work on the same export come to the same.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.http import HttpRequest

from homeward.access.api import client_stands, declare_job, gate, system
from homeward.fhir.actions.keep_bulk import keep_bulk
from homeward.fhir.bulk.changed import changed_among
from homeward.fhir.bulk.lines import lines_of_person, lines_of_place
from homeward.fhir.bulk.vocabulary import FULL, JOB, LEFT_OUT, MOVING, PIECE, WHY
from homeward.fhir.door.opening import opened
from homeward.fhir.door.unasked import Unasked
from homeward.fhir.models import BulkExport, BulkPage
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.people import api as people

FAILED = "It could not be gathered. Ask for it again; if it fails again, tell us the number in its address."
CUT_SHORT = "Gathering it was cut short again and again. Ask for it again; if that fails too, tell us the number in its address."
SHUT_OUT = "The system that asked for it is no longer let in."

declare_job(JOB, words="gathering a bulk export for a partner's system", permits=("bulk.keep", "bulk.expire"), pages=True)


def gather_bulk(export_id: UUID, *, at: datetime, most: int = PIECE) -> bool:
    """The next people of one export, `most` at once; says whether there are more. One that is over is left alone."""
    export = _begun(export_id, at)
    if export is None:
        return False
    try:
        with gate.job(JOB, at=at):
            who = people.everybody(until=export.asked_at, after=export.after, among=export.people, most=most)
            files = Files(export.id)
        _people(export, who, files, at)
        over = len(who) < most
        if over and BulkExport.objects.filter(pk=export_id, state="gathering").exists():  # not ended, nor done by another
            keep_bulk(export_id=export_id, by=system(JOB), at=at)
    except Exception:
        _mark(export_id, FAILED)
        raise
    return not over


def give_bulk_up(export_id: UUID) -> None:
    """Its gathering was cut short for the last time: it says so, and may be asked for again."""
    _mark(export_id, CUT_SHORT)


def as_asked(export: BulkExport) -> Actor:
    """The system that asked, as it was then."""
    return Actor(
        user_id=export.client_id, name=export.client_name, kind="partner", organisation=export.organisation,
        teams=tuple(export.teams), role=export.role,
    )  # fmt: skip


class Files:
    """Into which file does the next page of each kind go? A new one is begun when one is full."""

    def __init__(self, export_id: UUID) -> None:
        """Go on where it was left. Inside the gate of the job."""
        rows = BulkPage.objects.filter(export_id=export_id).values_list("kind", "file").annotate(held=Sum("size"))
        self._now = {kind: (file, held) for kind, file, held in rows.order_by("kind", "file")}

    def number(self, kind: str, size: int) -> int:
        """The number of the file for so many bytes more."""
        number, held = self._now.get(kind, (1, 0))
        if held >= FULL:
            number, held = number + 1, 0
        self._now[kind] = number, held + size
        return number


def _begun(export_id: UUID, at: datetime) -> BulkExport | None:
    """The export while it is to be gathered. At first everybody is counted, and what is about nobody is written down."""
    with gate.job(JOB, at=at):
        export = BulkExport.objects.select_for_update().filter(pk=export_id, state__in=MOVING).first()
        if export is None:
            return None
        if not client_stands(export.client_id, role=export.role):
            BulkExport.objects.filter(pk=export_id).update(state="failed", words=SHUT_OUT)
            return None
        if export.state == "waiting":
            export.total = people.how_many(until=export.asked_at, among=export.people)
            if export.whole:
                found = lines_of_place(export.kinds, _call(export, at), since=export.since)
                _write(export, None, found, Files(export.id))
            export.state = "gathering"
            export.save(update_fields=["total", "state"])
    return export


def _people(export: BulkExport, who: list[people.OneOfMany], files: Files, at: datetime) -> None:
    """Each is opened, or passed over with why. Those passed over one after another are put down at once."""
    whys, passed = _whys(export, who, at), list[tuple[UUID, str]]()
    for each in who:
        if whys[each.id]:
            passed.append((each.id, whys[each.id]))
            continue
        _pass_over(export.id, passed)
        passed = []
        try:
            _one(export.id, each.id, _call(export, at), files)
        except (NotPermitted, NotFound):  # the gate's word is the last one
            passed = [(each.id, "shut")]
    _pass_over(export.id, passed)


def _whys(export: BulkExport, who: list[people.OneOfMany], at: datetime) -> dict[UUID, str]:
    """Why each is not opened; empty for whoever is."""
    by, ids = as_asked(export), [each.id for each in who]
    objected, near = gate.objectors(ids, by=by), gate.near(ids, by=by)
    with gate.job(JOB, at=at):
        changed = changed_among(ids, since=export.since)
    return {
        each.id: "restricted" if each.restricted else "objected" if each.id in objected
        else "shut" if each.id not in near else "" if each.id in changed else "unchanged"
        for each in who
    }  # fmt: skip


def _one(export_id: UUID, person_id: UUID, call: Unasked, files: Files) -> None:
    with opened(call, person_id, why=WHY):
        export = _held(export_id, person_id)
        if export is None:
            return
        _write(export, person_id, lines_of_person(person_id, export.kinds, call, since=export.since), files)
        _past(export, person_id)


def _pass_over(export_id: UUID, passed: list[tuple[UUID, str]]) -> None:
    if not passed:
        return
    with transaction.atomic():
        export = _held(export_id, passed[-1][0])
        if export is None:
            return
        left = [(id, why) for id, why in passed if export.after is None or id > export.after]
        for why, many in Counter(why for _, why in left).items():
            setattr(export, why, getattr(export, why) + many)
        _past(export, left[-1][0], many=len(left))


def _held(export_id: UUID, person_id: UUID) -> BulkExport | None:
    """The export for this transaction alone; None when it is over, or another worker has done this person."""
    export = BulkExport.objects.select_for_update().filter(pk=export_id, state="gathering").first()
    return None if export is None or (export.after is not None and export.after >= person_id) else export


def _past(export: BulkExport, person_id: UUID, *, many: int = 1) -> None:
    export.after, export.done = person_id, export.done + many
    export.save(update_fields=["after", "done", "unchanged", *LEFT_OUT])


def _write(export: BulkExport, person_id: UUID | None, found: Mapping[str, list[bytes]], files: Files) -> None:
    pages = []
    for kind, lines in found.items():
        text = b"".join(line + b"\n" for line in lines)
        file = files.number(kind, len(text))
        pages.append(
            BulkPage(
                export=export, person_id=person_id, kind=kind, file=file, count=len(lines), size=len(text), lines=text.decode()
            )
        )
    BulkPage.objects.bulk_create(pages)


def _call(export: BulkExport, at: datetime) -> Unasked:
    return Unasked(request=HttpRequest(), at=at, by=as_asked(export), scopes=tuple(export.scopes))


def _mark(export_id: UUID, words: str) -> None:
    """How it stands: not an event, so it is written beside the log."""
    BulkExport.objects.filter(pk=export_id, state__in=MOVING).update(state="failed", words=words)
