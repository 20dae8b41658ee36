"""What does somebody need, which way home was recommended and agreed, and what stands in the way? Inside an open gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.hospital.models import Choice, Delay, Description
from homeward.hospital.queries.policy import policy
from homeward.hospital.vocabulary import KINDS


@dataclass(frozen=True, kw_only=True)
class NeedRow:
    """The latest words under one heading; `earlier` counts what was written there before."""

    area: str
    title: str
    words: str
    said_at: datetime
    said_by: str
    earlier: int


@dataclass(frozen=True, kw_only=True)
class ChoiceRow:
    """One choice, in words. `why` is given where it differs from what was recommended."""

    kind: str
    kind_words: str
    pathway: str
    title: str
    differs: bool
    why: str
    why_words: str
    review_on: date | None
    chosen_at: datetime
    chosen_by: str


@dataclass(frozen=True, kw_only=True)
class DelayRow:
    """One reason, from when; an empty title says that it was gone."""

    title: str
    words: str
    said_at: datetime
    said_by: str


@dataclass(frozen=True, kw_only=True)
class WayHome:
    """Everything that is decided about one way home, the latest choice first."""

    needs: Sequence[NeedRow]
    choices: Sequence[ChoiceRow]
    delays: Sequence[DelayRow]


def way_home(stay_id: UUID) -> WayHome:
    """Of one stay."""
    words = policy()
    why = {each.code: each.title for each in words.why_otherwise}
    delays = {each.code: each.title for each in words.delays}
    return WayHome(
        needs=_needs(stay_id),
        choices=[
            ChoiceRow(
                kind=row.kind, kind_words=KINDS[row.kind], pathway=row.pathway, differs=row.differs,
                title=found.title if (found := words.pathway(row.pathway)) else row.pathway,
                why=why.get(row.why_code, "The ward's system did not say" if row.why_code else ""), why_words=row.why_words,
                review_on=row.review_on, chosen_at=row.chosen_at, chosen_by=row.chosen_by,
            )
            for row in Choice.objects.filter(stay=stay_id).order_by("-chosen_at", "-id")[:50]
        ],
        delays=[
            DelayRow(title=delays.get(row.code, row.code), words=row.words, said_at=row.said_at, said_by=row.said_by)
            for row in Delay.objects.filter(stay=stay_id).order_by("-said_at", "-id")[:50]
        ],
    )  # fmt: skip


def _needs(stay_id: UUID) -> list[NeedRow]:
    rows = list(Description.objects.filter(stay=stay_id).order_by("said_at", "id"))
    found = []
    for area in policy().areas_of_need:
        told = [row for row in rows if row.area == area.code]
        if told:
            last = told[-1]
            found.append(
                NeedRow(
                    area=area.code,
                    title=area.title,
                    words=last.words,
                    said_at=last.said_at,
                    said_by=last.said_by,
                    earlier=len(told) - 1,
                )
            )
    return found
