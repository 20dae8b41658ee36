"""How does a line come to say something else, or to stand no more? By a new saying beside the old; nothing is rubbed out."""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.plans.actions.authors import signed
from homeward.plans.actions.held_plan import held_line, last_saying, next_version, require_own, require_seen
from homeward.plans.actions.write_line import check_line
from homeward.plans.models import Line, LineChange
from homeward.plans.queries.person_of import about_line
from homeward.plans.vocabulary import LINE_STATES, LineState


@action("plan.change_line", about=about_line)
def change_line(
    *, line_id: UUID, words: str, seen: int, by: Actor, at: datetime, owner_words: str = "", due_on: date | None = None
) -> Happening[int]:
    """Say it anew; `seen` is the number of the saying that was on the page. Raises Invalid, Clash, Refused."""
    line = held_line(line_id)
    check_line(heading=line.heading, words=words, due_on=due_on, action=line.kind == "action", owner_words=owner_words)
    return _said(
        line,
        seen=seen,
        words=words.strip(),
        owner_words=owner_words.strip(),
        due_on=due_on,
        state="stands",
        why="",
        by=by,
        at=at,
    )


@action("plan.end_line", about=about_line)
def end_line(*, line_id: UUID, state: LineState, why: str, seen: int, by: Actor, at: datetime) -> Happening[int]:
    """The line is done, or no longer part of the plan, and why. It stays in the plan's history."""
    if state not in ("done", "stopped"):
        raise Invalid({"state": f"Choose '{LINE_STATES['done']}' or '{LINE_STATES['stopped']}'."})
    line = held_line(line_id)
    last = last_saying(line)
    return _said(
        line,
        seen=seen,
        words=last.words,
        owner_words=last.owner_words,
        due_on=last.due_on,
        state=state,
        why=why.strip(),
        by=by,
        at=at,
    )


def _said(
    line: Line,
    *,
    seen: int,
    words: str,
    owner_words: str,
    due_on: date | None,
    state: LineState,
    why: str,
    by: Actor,
    at: datetime,
) -> Happening[int]:
    plan = next_version(line.person_id, by=by, at=at)
    last = last_saying(line)
    _require_may(line, state, by=by)
    require_seen(last, seen)
    if last.state != "stands":
        raise Refused("This line is no longer part of the plan.", next_step="Write a new one.")
    made = LineChange.objects.create(
        line=line, person_id=line.person_id, number=last.number + 1, plan_version=plan.version, words=words,
        owner_words=owner_words, due_on=due_on, state=state, why=why, at=at, **signed(by),
    )  # fmt: skip
    return Happening(
        result=made.number, subject_kind="plan", subject_id=plan.id, person_id=line.person_id,
        facts={"line": str(line.id), "heading": line.heading, "number": made.number, "version": plan.version, "state": state},
    )  # fmt: skip


def _require_may(line: Line, state: LineState, *, by: Actor) -> None:
    """Whose line it is decides; a person may also say that a professional's action towards their goal is done."""
    if state == "done" and line.kind == "action" and line.author_kind == "staff":
        return
    require_own(line, by=by)
