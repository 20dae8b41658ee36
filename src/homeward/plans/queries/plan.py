"""What is in a person's care and support plan, in whose words, what do they dispute, and have they agreed?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.foundation.asked import Asked
from homeward.foundation.moments import london_day
from homeward.people import api as people
from homeward.plans.models import CarePlan, Line, LineChange, Stance
from homeward.plans.vocabulary import HEADINGS, Heading


@dataclass(frozen=True, kw_only=True)
class StanceView:
    """Something said about the plan or a line. `told`: written down by a professional, as the person told them."""

    kind: str
    words: str
    by_name: str
    by_kind: str
    place_words: str
    at: datetime
    plan_version: int

    @property
    def told(self) -> bool:
        return self.by_kind == "staff"


@dataclass(frozen=True, kw_only=True)
class LineView:
    """One line as it stands. `number` is the saying on the page; `dispute` is what the person has against it, if anything."""

    id: UUID
    heading: str
    kind: str
    words: str
    owner_words: str
    due_on: date | None
    state: str
    number: int
    author_kind: str
    author_user: UUID | None
    author_name: str
    place_words: str
    written_at: datetime
    changed_at: datetime
    changed_by: str
    late: bool
    dispute: StanceView | None
    actions: Sequence["LineView"] = ()

    @property
    def own_words(self) -> bool:
        """Are these the person's own words?"""
        return self.author_kind == "citizen"

    @property
    def partners(self) -> bool:
        """Did a partner's system send it?"""
        return self.author_kind == "partner"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One heading with its lines."""

    code: str
    heading: Heading
    lines: Sequence[LineView]


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """The plan as it stands. `changes_since`: how many changes were made after the last agreement."""

    id: UUID
    person_id: UUID
    version: int
    begun_at: datetime
    changed_at: datetime
    parts: Sequence[Part]
    ended: Sequence[LineView]
    agreed: StanceView | None
    changes_since: int
    review_on: date | None

    @property
    def disputes(self) -> list[LineView]:
        """The lines that the person disputes."""
        every = [line for part in self.parts for each in part.lines for line in (each, *each.actions)]
        return [line for line in every if line.dispute is not None]

    def part(self, code: str) -> Part:
        """The lines under one heading."""
        return next(part for part in self.parts if part.code == code)


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """The plan with the person it is about. `plan` is None until a first line is written."""

    banner: people.Banner
    plan: PlanView | None


def plan_page(person_id: UUID, *, by: Actor, at: datetime) -> PlanPage:
    """Opens the person's record. Raises NotPermitted."""
    with gate.person(person_id, by=by, at=at, why="plan"):
        return PlanPage(banner=people.banner(person_id, by, at), plan=plan_of(person_id, at=at))


_LATEST = Asked(lambda person_id: CarePlan.objects.filter(person_id=person_id).order_by("-version")[:1])


def plan_of(person_id: UUID, *, at: datetime) -> PlanView | None:
    """The plan, or None when nothing is written. Read inside an open gate."""
    plan = next(iter(_LATEST(person_id)), None)
    lines = _lines(person_id, at) if plan else []
    if plan is None or not lines:
        return None
    agreed = Stance.objects.filter(person_id=person_id, kind="agree").order_by("-plan_version").first()
    return put_together(plan, lines, version=plan.version, agreed=agreed)


def put_together(plan: CarePlan, lines: Sequence[LineView], *, version: int, agreed: Stance | None) -> PlanView:
    """The plan with these lines, under its headings."""
    standing = sorted((line for line in lines if line.state == "stands"), key=lambda line: line.partners)
    parts = [
        Part(code=code, heading=heading, lines=[line for line in standing if line.heading == code])
        for code, heading in HEADINGS.items()
    ]
    days = [line.due_on for line in standing if line.kind == "review" and line.due_on]
    return PlanView(
        id=plan.id, person_id=plan.person_id, version=version, begun_at=plan.begun_at,
        changed_at=max(line.changed_at for line in lines), parts=parts,
        ended=[line for line in lines if line.state != "stands"], agreed=_stance(agreed) if agreed else None,
        changes_since=version - agreed.plan_version if agreed else 0, review_on=min(days, default=None),
    )  # fmt: skip


def disputed(line_id: UUID) -> bool:
    """Does the person dispute this line now?"""
    last = Stance.objects.filter(line=line_id).order_by("-plan_version").first()
    return last is not None and last.kind == "dispute"


def _lines(person_id: UUID, at: datetime) -> list[LineView]:
    """Every line with what it says now, its actions within it, in the order of their writing."""
    rows = list(Line.objects.filter(person_id=person_id).order_by("written_at", "id"))
    said = {
        each.line_id: each
        for each in LineChange.objects.filter(person_id=person_id).order_by("line_id", "-number").distinct("line_id")
    }
    stances = (
        Stance.objects.filter(person_id=person_id, line__isnull=False)
        .order_by("line_id", "-plan_version")
        .distinct("line_id")
    )
    return views_of(rows, said, {each.line_id: each for each in stances}, at)


def views_of(
    rows: Sequence[Line], said: Mapping[UUID, LineChange], stances: Mapping[UUID | None, Stance], at: datetime
) -> list[LineView]:
    """The lines with what each says and what was last said about each, its actions within it, in the order given."""
    against = {line: _stance(each) for line, each in stances.items() if each.kind == "dispute"}
    views = {row.id: _line(row, said[row.id], against.get(row.id), at) for row in rows}
    within: dict[UUID, list[LineView]] = {}
    for row in rows:
        if row.within_id is not None:
            within.setdefault(row.within_id, []).append(views[row.id])
    return [replace(views[row.id], actions=within.get(row.id, ())) for row in rows if row.within_id is None]


def _line(row: Line, last: LineChange, dispute: StanceView | None, at: datetime) -> LineView:
    return LineView(
        id=row.id, heading=row.heading, kind=row.kind, words=last.words, owner_words=last.owner_words, due_on=last.due_on,
        state=last.state, number=last.number, author_kind=row.author_kind, author_user=row.author_user,
        author_name=row.author_name, place_words=row.place_words, written_at=row.written_at, changed_at=last.at,
        changed_by=last.by_name, dispute=dispute,
        late=last.state == "stands" and last.due_on is not None and last.due_on < london_day(at),
    )  # fmt: skip


def _stance(row: Stance) -> StanceView:
    return StanceView(
        kind=row.kind, words=row.words, by_name=row.by_name, by_kind=row.by_kind, place_words=row.place_words, at=row.at,
        plan_version=row.plan_version,
    )  # fmt: skip
