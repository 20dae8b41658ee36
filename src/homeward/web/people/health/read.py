"""What do partners tell about this person's health? One bounded question for every block of the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.records import api as records
from homeward.records.api import ItemLine, Wanted
from homeward.web.people.health import decisions as advance
from homeward.web.people.health import trends as measured
from homeward.web.people.health.body import dosage, ends_at, medicine_named, reactions, refuted, tree_of
from homeward.web.people.health.decisions import Decisions
from homeward.web.people.health.line import Block, Line, block, opened, plain
from homeward.web.people.health.trends import Shown

ERROR = "entered-in-error"
NO_LONGER_A_PROBLEM = ("resolved", "inactive", "remission", "refuted", ERROR)
NOT_TAKEN = ("completed", "stopped", "cancelled", "ended", "not-taken", "draft", "intended", ERROR)
MOST = 60
EVER = 100_000  # a decision stands however much a device has sent since
MONTHS = 20_000  # observations: four months of seven signs an hour
DECIDED_IN = (
    "Flag",
    "Consent",
    "Observation",
    "DocumentReference",
    "Condition",
    "CarePlan",
    "Procedure",
    "ServiceRequest",
)


@dataclass(frozen=True, kw_only=True)
class Health:
    """The blocks. `alerts` are finished words for the banner."""

    alerts: Sequence[str]
    decisions: Decisions
    allergies: Block
    problems: Block
    medicines: Block
    trends: Sequence[Shown]
    trends_closed: bool
    documents: Block


def health(person_id: UUID, *, by: Actor, at: datetime) -> Health:
    """Inside the person's open gate. What is sensitive is left out for whom the place's rule says; that there is more is told."""
    rows = records.blocks(person_id, _wanted())
    decided, decided_closed = opened(rows["decisions"], by)
    seen, seen_closed = opened(rows["observations"], by)
    return Health(
        alerts=_alerts(rows["flags"], by, at),
        decisions=advance.decisions(decided, closed=decided_closed, at=at),
        allergies=block(rows["allergies"], by, _allergy, most=MOST),
        problems=block(rows["problems"], by, plain, most=MOST),
        medicines=block(rows["medicines"], by, _medicine, most=MOST),
        trends=measured.trends(seen),
        trends_closed=seen_closed,
        documents=block(rows["documents"], by, plain, most=MOST),
    )


def alerts(person_id: UUID, *, by: Actor, at: datetime) -> list[str]:
    """Only the alerts, for the banner of any page about the person. Inside their open gate."""
    return _alerts(records.blocks(person_id, {"flags": _FLAGS})["flags"], by, at)


_FLAGS = Wanted(kinds=("Flag",), most=20, among=100, but=("inactive", ERROR), bodied=True)


def _wanted() -> Mapping[str, Wanted]:
    return {
        "flags": _FLAGS,
        "decisions": Wanted(
            kinds=DECIDED_IN, most=30, among=EVER, codes=advance.wanted_codes(), but=(ERROR,), bodied=True
        ),
        "allergies": Wanted(kinds=("AllergyIntolerance",), most=MOST, but=NO_LONGER_A_PROBLEM, bodied=True),
        "problems": Wanted(kinds=("Condition",), most=MOST, but=NO_LONGER_A_PROBLEM),
        "medicines": Wanted(kinds=("MedicationStatement", "MedicationRequest"), most=MOST, but=NOT_TAKEN, bodied=True),
        "observations": Wanted(
            kinds=("Observation",),
            most=measured.MOST_POINTS * len(measured.wanted_codes()),
            among=MONTHS,
            apiece=measured.MOST_POINTS,
            codes=measured.wanted_codes(),
            but=("cancelled", ERROR),
            bodied=True,
        ),
        "documents": Wanted(kinds=("DocumentReference",), most=5, among=50, but=("superseded", ERROR)),
    }


def _alerts(rows: Sequence[ItemLine], by: Actor, at: datetime) -> list[str]:
    shown, closed = opened(rows, by)
    said = [row.display or row.code for row in shown if not _over(row, at)]
    said = list(dict.fromkeys(each for each in said if each))
    return [*said, "an alert that your role does not open"] if closed else said


def _over(row: ItemLine, at: datetime) -> bool:
    end = ends_at(tree_of(row.body))
    return end is not None and end < at


def _allergy(row: ItemLine) -> Line | None:
    tree = tree_of(row.body)
    if refuted(tree):
        return None
    high = tree.get("criticality") == "high"
    detail = ", ".join(reactions(tree))
    return plain(row, detail=f"High risk. {detail}".strip(" .") if high else detail, grave=high)


def _medicine(row: ItemLine) -> Line | None:
    tree = tree_of(row.body)
    return plain(
        row,
        words=row.display or medicine_named(tree) or "A medicine whose name did not come along",
        detail=dosage(tree),
    )
