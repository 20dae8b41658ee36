"""How does a line come into the plan? In its author's words, under one heading."""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.plans.actions.authors import author_kind, signed
from homeward.plans.actions.held_plan import held_line, next_version
from homeward.plans.models import Line, LineChange
from homeward.plans.queries.person_of import about_person
from homeward.plans.queries.where import where
from homeward.plans.vocabulary import HEADINGS

LONGEST = 4000


@action("plan.write", about=about_person)
def write_line(
    *, person_id: UUID, heading: str, words: str, by: Actor, at: datetime, goal_id: UUID | None = None,
    owner_words: str = "", due_on: date | None = None,
) -> Happening[UUID]:  # fmt: skip
    """Write a line; with `goal_id` an action towards that goal, with who does it and by when. Raises Invalid."""
    check_line(heading=heading, words=words, due_on=due_on, action=goal_id is not None, owner_words=owner_words)
    goal = held_line(goal_id) if goal_id else None
    plan = next_version(person_id, by=by, at=at)
    line = Line.objects.create(
        id=new_id(), plan=plan, person_id=person_id, heading=heading, kind="action" if goal else HEADINGS[heading].kind, within=goal,
        author_kind=author_kind(by), author_user=by.user_id, author_name=by.name, place_words=where(by), written_at=at,
    )  # fmt: skip
    LineChange.objects.create(
        line=line, person_id=person_id, number=1, plan_version=plan.version, words=words.strip(),
        owner_words=owner_words.strip(), due_on=due_on, at=at, **signed(by),
    )  # fmt: skip
    return Happening(
        result=line.id, subject_kind="plan", subject_id=plan.id, person_id=person_id,
        facts={"line": str(line.id), "heading": heading, "kind": line.kind, "version": plan.version, "author": line.author_kind},
    )  # fmt: skip


def check_line(*, heading: str, words: str, due_on: date | None, action: bool, owner_words: str) -> None:
    """Raises Invalid with a sentence for each field at fault."""
    errors: dict[str, str] = {}
    if heading not in HEADINGS or not HEADINGS[heading].written_here:
        errors["heading"] = "Choose the part of the plan that this belongs to."
    if not words.strip():
        errors["words"] = "Write what it is."
    if len(words) > LONGEST:
        errors["words"] = f"Use no more than {LONGEST:,} characters."
    if action and not owner_words.strip():
        errors["owner_words"] = "Write who does it."
    if heading == "review" and due_on is None:
        errors["due_on"] = "Enter the day on which you look at the plan again."
    if errors:
        raise Invalid(errors)
