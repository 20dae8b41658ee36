"""What is being done about these numbers, by whom, by when, and what is overdue?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, prefetch_related_objects

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.foundation.in_words import rows_as
from homeward.foundation.moments import london_day
from homeward.measures.models import Action, ActionNote
from homeward.measures.queries.asking import check_may

MOST = 50


@dataclass(frozen=True, kw_only=True)
class ActionView:
    """One action as pages show it. `state` is open, overdue or done; `days` it is overdue."""

    row: Action
    state: str
    days: int
    mine: bool
    notes: Sequence[ActionNote]

    @property
    def state_words(self) -> str:
        """In words."""
        if self.state == "overdue":
            return f"Overdue by {self.days} day{'' if self.days == 1 else 's'}"
        return "Done" if self.state == "done" else "Open"


def actions_about(measures: Collection[str], *, by: Actor, at: datetime, most: int = MOST) -> list[ActionView]:
    """Those about any of these measures: overdue first, then open by the day they are due, then done, the latest first."""
    check_may(by)
    words = "measure_code = any (%s) order by done_at desc nulls first, due_on, id limit %s"
    rows = rows_as(Action, words, [list(measures), most])
    prefetch_related_objects(rows, "notes")
    return _shown(rows, by, at)


def being_done(measure_code: str, *, most: int = 3) -> list[Action]:
    """What is open about a measure, the soonest due first: for messages that the house itself writes. It names no patient."""
    return list(Action.objects.filter(measure_code=measure_code, done_at=None).order_by("due_on", "id")[:most])


def actions_of(*, by: Actor, at: datetime, most: int = MOST) -> list[ActionView]:
    """Those the actor or one of their teams owns, in the same order."""
    check_may(by)
    return _seen(Q(owner_id=by.user_id) | (Q(owner_team__in=by.teams) & ~Q(owner_team="")), by, at, most)


def action_called(action_id: UUID, *, by: Actor, at: datetime) -> ActionView:
    """One. Raises NotFound."""
    check_may(by)
    found = _seen(Q(id=action_id), by, at, 1)
    if not found:
        raise NotFound("There is no such action.", next_step="Look at the number's own page.")
    return found[0]


def _seen(which: Q, by: Actor, at: datetime, most: int) -> list[ActionView]:
    order = (F("done_at").desc(nulls_first=True), "due_on", "id")
    return _shown(Action.objects.filter(which).prefetch_related("notes").order_by(*order)[:most], by, at)


def _shown(rows: Iterable[Action], by: Actor, at: datetime) -> list[ActionView]:
    today = london_day(at)
    found = []
    for row in rows:
        days = (today - row.due_on).days if row.done_at is None else 0
        state = "done" if row.done_at else "overdue" if days > 0 else "open"
        own = row.owner_id == by.user_id if row.owner_id else row.owner_team in by.teams
        notes = sorted(row.notes.all(), key=lambda each: each.at)
        found.append(ActionView(row=row, state=state, days=max(0, days), mine=own, notes=notes))
    return found
