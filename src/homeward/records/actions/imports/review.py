"""What does a colleague decide about one row, or about a person in doubt?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.people.api import find_or_register
from homeward.records.actions.imports.apply import apply_rows
from homeward.records.actions.imports.check import compare
from homeward.records.actions.imports.house import on_behalf, step
from homeward.records.actions.imports.persons import details_of
from homeward.records.actions.imports.retry import REFUSED_BY
from homeward.records.models import Item, Row, Run, Subject

OPEN = ("new", "changed", "clash")


def accept_row(*, row_id: int, run_id: UUID, by: Actor, at: datetime) -> None:
    """What came is taken, though something else stands here: the former wording goes to history. Raises Refused."""
    with step(run_id, by=by, at=at) as run:
        row = _row(run, row_id)
        stands = Item.objects.filter(id=row.item_id).first()
        subject = Subject.objects.filter(run=run, key=row.whom).first() if row.whom else None
        if row.state not in OPEN or (subject and subject.how in ("doubtful", "unknown", "read")):
            raise Refused(
                "This cannot be accepted while it is in doubt whom it is about.",
                next_step="Decide whom it is about first.",
            )
        if stands and stands.person_id != (subject.person_id if subject else None):
            raise Refused(
                "This came before about somebody else, so it cannot be moved by an import.", next_step="Ask the sender."
            )
        if row.state == "clash":  # what stood in the way stands no more
            row.reasons = [f"{by.name} took what came{f' over version {stands.version}' if stands else ''}."]
        row.state, row.seen_version = ("changed", stands.version) if stands else ("new", None)
        row.save(update_fields=["state", "seen_version", "reasons"])
        if run.state in ("applying", "applied"):
            apply_rows(run, [row.id], by=by, at=at)
    _decided(run_id=run_id, what="accepted", row=row_id, by=by, at=at)


def reject_row(*, row_id: int, run_id: UUID, words: str, by: Actor, at: datetime) -> None:
    """What came is not taken; it stays here with the reason. Raises Invalid."""
    if not words.strip():
        raise Invalid({"words": "Say why it is not taken, for whoever asks later."})
    with step(run_id, by=by, at=at) as run:
        row = _row(run, row_id)
        if row.state not in OPEN:
            raise Refused("This was decided already.", next_step="Look at the delivery again.")
        row.state, row.reasons = "rejected", [*(row.reasons or ()), f"{REFUSED_BY}{by.name}: {words.strip()}"]
        row.save(update_fields=["state", "reasons"])
    _decided(run_id=run_id, what="rejected", row=row_id, by=by, at=at)


def decide_subject(*, subject_id: int, run_id: UUID, same: bool, by: Actor, at: datetime) -> None:
    """Whom the delivery means: the person proposed, or somebody else, who is registered apart. Raises Refused."""
    with step(run_id, by=by, at=at) as run:
        subject = Subject.objects.filter(run=run, id=subject_id).first()
        if subject is None or subject.how != "doubtful" or (same and subject.person_id is None):
            raise Refused("There is nothing to decide about this person.", next_step="Look at the delivery again.")
        if same:
            subject.how = "known"
        else:
            person, _ = find_or_register(details=details_of(subject, run.source), by=on_behalf(by), at=at)
            subject.how, subject.person_id = "registered", person.id
        subject.reason = f"{by.name} decided: {'the same person' if same else 'somebody else'}."
        subject.save(update_fields=["how", "person_id", "reason"])
        rows = list(
            Row.objects.filter(run=run, whom=subject.key, state="clash").order_by("id").values_list("id", flat=True)
        )
        Row.objects.filter(id__in=rows).update(reasons=None)
        compare(run, rows)
        if run.state in ("applying", "applied"):
            apply_rows(run, rows, by=by, at=at)
    _decided(run_id=run_id, what="same" if same else "apart", row=subject_id, by=by, at=at)


@action("import.decide")
def _decided(*, run_id: UUID, what: str, row: int, by: Actor, at: datetime) -> Happening[None]:
    return Happening(
        result=None, subject_kind="import", subject_id=run_id, person_id=None, facts={"decided": what, "about": row}
    )


def _row(run: Run, row_id: int) -> Row:
    row = Row.objects.filter(run=run, id=row_id).first()
    if row is None:
        raise NotFound("There is no such row in this delivery.", next_step="Go back to the delivery.")
    return row
