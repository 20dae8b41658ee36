"""How does a person say that a line is wrong, or that the plan is right? In their own words, which nobody else can touch."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.foundation.ids import new_id
from homeward.plans.actions.authors import author_kind, signed
from homeward.plans.actions.held_plan import held_line, next_version
from homeward.plans.models import Line, Stance
from homeward.plans.queries.person_of import about_line, about_person
from homeward.plans.queries.plan import disputed


@action("plan.dispute", about=about_line)
def dispute(*, line_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """The person does not agree with this line. It stays beside the line until they say that it is settled."""
    _require_citizen(by)
    if not words.strip():
        raise Invalid({"words": "Write in your own words what is not right."})
    line = held_line(line_id)
    if line.author_user is not None and line.author_user == by.user_id:
        raise Refused("These are your own words.", next_step="Change them instead.")
    return _taken("dispute", line, words, by=by, at=at)


@action("plan.settle", about=about_line)
def settle(*, line_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """The person says that what they disputed is put right. Nobody can say it for them."""
    _require_citizen(by)
    line = held_line(line_id)
    if not disputed(line.id):
        raise Refused("Nothing is disputed about this line.", next_step="Go back to the plan.")
    return _taken("settle", line, words, by=by, at=at)


@action("plan.agree", about=about_person)
def agree(*, person_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """The plan as it stands is agreed. From a professional it is what the person told them, and `words` say how."""
    if author_kind(by) == "staff" and not words.strip():
        raise Invalid({"words": "Write how the person told you that they agree."})
    plan = next_version(person_id, by=by, at=at)
    stance = Stance.objects.create(
        id=new_id(), plan=plan, person_id=person_id, kind="agree", words=words.strip(), plan_version=plan.version, at=at, **signed(by)
    )  # fmt: skip
    return Happening(
        result=stance.id, subject_kind="plan", subject_id=plan.id, person_id=person_id,
        facts={"version": plan.version, "by": stance.by_kind},
    )  # fmt: skip


def _taken(kind: str, line: Line, words: str, *, by: Actor, at: datetime) -> Happening[UUID]:
    plan = next_version(line.person_id, by=by, at=at)
    stance = Stance.objects.create(
        id=new_id(), plan=plan, line=line, person_id=line.person_id, kind=kind, words=words.strip(), plan_version=plan.version,
        at=at, **signed(by),
    )  # fmt: skip
    return Happening(
        result=stance.id, subject_kind="plan", subject_id=plan.id, person_id=line.person_id,
        facts={"line": str(line.id), "heading": line.heading, "version": plan.version},
    )  # fmt: skip


def _require_citizen(by: Actor) -> None:
    if author_kind(by) == "staff":
        raise NotPermitted(
            "Only the person, or somebody who acts for them, can dispute a line.",
            next_step="Write down what they told you as a line of your own.",
        )
