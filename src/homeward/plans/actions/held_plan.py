"""Which plan or line is meant, locked until the transaction ends?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, NotFound, Refused
from homeward.foundation.ids import new_id
from homeward.foundation.one_at_a_time import one_at_a_time
from homeward.plans.actions.authors import author_kind
from homeward.plans.models import CarePlan, Line, LineChange


def next_version(person_id: UUID, *, by: Actor, at: datetime) -> CarePlan:
    """The person's plan, locked, with its next version set; begun now when there is none."""
    one_at_a_time("plan", person_id)
    plan = CarePlan.objects.select_for_update().filter(person_id=person_id).order_by("-version").first()
    if plan is None:
        return CarePlan.objects.create(id=new_id(), person_id=person_id, version=1, begun_at=at, begun_by=by.name)
    plan.version += 1
    plan.save(update_fields=["version"])
    return plan


def held_line(line_id: UUID) -> Line:
    """The line, if the open gate shows it."""
    line = Line.objects.filter(id=line_id).first()
    if line is None:
        raise NotFound("There is no such line in the plan.", next_step="Go back to the plan.")
    return line


def last_saying(line: Line) -> LineChange:
    """What the line says now."""
    return LineChange.objects.filter(line=line).order_by("-number")[0]


def require_own(line: Line, *, by: Actor) -> None:
    """A person's own words are theirs alone, and a person disputes a professional's words; they do not rewrite them."""
    if line.author_kind == "partner":
        raise Refused(
            f"This line came from {line.place_words}. It changes when they send it anew.",
            next_step="Write a line of your own beside it, or talk with them.",
        )
    if line.author_kind == "staff" and author_kind(by) == "staff":
        return
    if line.author_kind != "staff" and line.author_user == by.user_id:
        return
    if author_kind(by) == "staff":
        raise Refused(
            f"These are {line.author_name}'s own words. Only they can change them.",
            next_step="Write a line of your own beside it, or talk with them.",
        )
    raise Refused(
        "This line was written by somebody else.", next_step="If you do not agree with it, say so in your own words."
    )


def require_seen(last: LineChange, seen: int) -> None:
    """Nobody overwrites what they have not seen."""
    if last.number != seen:
        raise Clash(
            f"{last.by_name} has changed this line to: {last.words}", who=last.by_name, when=last.at,
            next_step="Read it, then change it again if you still need to.",
        )  # fmt: skip
