"""Which rows break a rule, which team can put each right, and where?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.exchange.models import ReturnFault, ReturnResult
from homeward.exchange.returns.queries.one import ResultView, result_of
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound

PAGE = 50


@dataclass(frozen=True, kw_only=True)
class FaultRow:
    """One row at fault. It names nobody: `subject_id` is where whoever looks after the person puts it right."""

    number: int
    table: str
    person_id: UUID | None
    subject_kind: str
    subject_id: UUID | None
    team: str
    telephone: str


@dataclass(frozen=True, kw_only=True)
class FaultPage:
    """One rule with the rows that break it, and how many each team has of them."""

    result: ResultView
    rows: Sequence[FaultRow]
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.result.count // PAGE))


def faults(return_id: UUID, *, rule: str, by: Actor, at: datetime, page: int = 1) -> FaultPage:
    """A page of the rows. That they were opened is written down. Raises NotFound."""
    result = ReturnResult.objects.filter(national_return_id=return_id, rule=rule).first()
    if result is None:
        raise NotFound("There is no such rule in this return.", next_step="Open the return and choose one.")
    page = max(1, page)
    with gate.job(JOB, by=by, at=at, why="faults in a national return"):
        kept = ReturnFault.objects.filter(national_return_id=return_id, rule=rule).order_by("number", "id")
        found = [_row(each) for each in kept[(page - 1) * PAGE : page * PAGE]]
    return FaultPage(result=result_of(result), rows=found, page=page)


def _row(each: ReturnFault) -> FaultRow:
    team = directory.place().teams.get(each.team)
    return FaultRow(
        number=each.number, table=each.table, person_id=each.person_id, subject_kind=each.subject_kind,
        subject_id=each.subject_id, team=team.name if team else each.team, telephone=(team.telephone or "") if team else "",
    )  # fmt: skip
