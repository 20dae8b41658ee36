"""How does a return become the one that was given? It is frozen, with its digest in the event log that is sealed."""

from datetime import datetime
from uuid import UUID

from homeward.exchange.models import NationalReturn
from homeward.exchange.returns.queries.declared import declared
from homeward.exchange.returns.rules.months import Month, due, shut
from homeward.exchange.returns.vocabulary import STATES
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.foundation.moments import london_day
from homeward.grammar.api import WindowKind


@action("returns.submit")
def submit(*, return_id: UUID, why: str, by: Actor, at: datetime) -> Happening[NationalReturn]:
    """It never changes any more. `why` is asked for where records would be rejected. Raises NotFound, Invalid, and Refused before
    its window opens and after it has closed."""
    row = NationalReturn.objects.select_for_update().filter(pk=return_id).first()
    if row is None:
        raise NotFound("There is no such return.", next_step="Choose one from the page of national returns.")
    _may_be_given(row, why, at)
    row.state, row.submitted_at, row.submitted_by, row.submitted_why = "submitted", at, by.name, why.strip()
    row.save()
    facts = {
        "return": row.return_code, "provider": row.provider, "month": f"{row.month:%Y-%m}", "kind": row.kind,
        "sha256": row.sha256, "rows": row.rows, "rejected": row.rejected, "warnings": row.warnings, "why": row.submitted_why,
    }  # fmt: skip
    return Happening(result=row, subject_kind="return", subject_id=row.id, person_id=None, facts=facts)


def _may_be_given(row: NationalReturn, why: str, at: datetime) -> None:
    if row.state != "ready":
        said = STATES[row.state].lower()
        raise Refused(
            f"This return cannot be submitted: it stands at '{said}'.",
            next_step="Make it anew, or open the newest one.",
        )
    kind: WindowKind = "final" if row.kind == "final" else "provisional"
    closed = shut(due(declared(row.return_code), Month(first=row.month), kind), on=london_day(at))
    if closed:
        raise Refused(closed[0], next_step=closed[1])
    if row.stops:
        raise Refused(
            "Something stops this return, so it would be refused whole.",
            next_step="Put it right, then make the return anew.",
        )
    if row.rejected and not why.strip():
        raise Invalid({"why": "Some records would be rejected. Say why the return is given all the same."})
