"""How is it written down how far something is that is done about a number, and that it is done?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound
from homeward.measures.models import Action, ActionNote

LONGEST = 1000


@action("number.note")
def note(*, action_id: UUID, words: str, by: Actor, at: datetime) -> Happening[str]:
    """A note on the way; returns the measure's code. Raises Invalid, NotFound."""
    row = _action(action_id)
    ActionNote.objects.create(action=row, words=_said(words, "Say how far it is."), at=at, by_name=by.name)
    return _happened(row)


@action("number.finish")
def finish(*, action_id: UUID, outcome: str, by: Actor, at: datetime) -> Happening[str]:
    """It is done, and this came of it; returns the measure's code. Raises Invalid, NotFound, Clash when it was done before."""
    row = _action(action_id)
    if row.done_at is not None:
        raise Clash(
            f"{row.done_by} has already said that it is done.", who=row.done_by, when=row.done_at,
            next_step="Add a note if there is more to say.",
        )  # fmt: skip
    row.outcome = _said(outcome, "Say what came of it, even if it changed nothing.")
    row.done_at, row.done_by = at, by.name
    row.save(update_fields=["done_at", "done_by", "outcome"])
    return _happened(row)


def _action(action_id: UUID) -> Action:
    row = Action.objects.select_for_update().filter(id=action_id).first()
    if row is None:
        raise NotFound("There is no such action.", next_step="Look at the number's own page.")
    return row


def _said(words: str, why: str) -> str:
    words = words.strip()
    if not words:
        raise Invalid({"words": why})
    if len(words) > LONGEST:
        raise Invalid({"words": f"Say it in fewer words: at most {LONGEST} letters."})
    return words


def _happened(row: Action) -> Happening[str]:
    return Happening(
        result=row.measure_code, subject_kind="action", subject_id=row.id, person_id=None,
        teams=(row.owner_team,) if row.owner_team else (), facts={"measure": row.measure_code, "done": row.done_at is not None},
    )  # fmt: skip
