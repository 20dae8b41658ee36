"""Why does somebody on a team's caseload stand red, amber or green? From what is stored, by what the place declares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from homeward.foundation.moments import clock_face, london
from homeward.grammar.api import CaseloadReason, CaseloadRule

Colour = Literal["died", "red", "amber", "green"]
ORDER: Sequence[Colour] = ("died", "red", "amber", "green")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One alert that is not answered: its level as the ward's policy gave it, and its words."""

    level: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is stored about one person that bears on how they stand. `clocks` are the late ones in words.

    `next_with`: who comes next, empty when nobody does; `next_gone`: they are no longer of the team. `missed_at`: the hour of a
    visit that passed with nothing written about it. `keyworkers_gone`: named as keyworker, and no longer of the team.
    """

    died: bool
    since: datetime
    seen_at: datetime | None
    next_at: datetime | None
    next_with: str
    next_gone: bool
    missed_at: datetime | None
    clocks: Sequence[str]
    alerts: Sequence[Told]
    overdue: Sequence[tuple[str, datetime]]
    unread: int
    keyworkers_gone: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason in words, and the colour that it gives."""

    kind: CaseloadReason
    colour: Colour
    words: str


def reasons(known: Known, rule: CaseloadRule | None, at: datetime) -> list[Reason]:
    """Why, the gravest first; nothing for somebody who has died. Without a rule all is amber and no span is judged."""
    if known.died:
        return []
    found = [*_alerts(known), *_said(known, rule, at)]
    return sorted(found, key=lambda each: ORDER.index(each.colour))


def colour(known: Known, why: Iterable[Reason]) -> Colour:
    """The gravest of the reasons; green when there is none."""
    if known.died:
        return "died"
    return min((each.colour for each in why), key=ORDER.index, default="green")


def _alerts(known: Known) -> list[Reason]:
    return [
        Reason(kind="alert", colour="red" if each.level == "red" else "amber", words=f"Alert not answered: {each.words}")
        for each in known.alerts
    ]  # fmt: skip


def _said(known: Known, rule: CaseloadRule | None, at: datetime) -> list[Reason]:
    red = rule.red if rule else ()
    found: list[tuple[CaseloadReason, str]] = [("clock", words) for words in known.clocks]
    found += _visits(known)
    found += _unseen(known, rule, at)
    for title, due in known.overdue:
        kind: CaseloadReason = "long_task" if rule and at - due > timedelta(days=rule.long_task_days) else "task"
        found.append((kind, f"Task overdue since {_on(due)}: {title}"))
    if known.unread:
        notes = "1 note" if known.unread == 1 else f"{known.unread} notes"
        found.append(("unread", f"{notes} handed over that nobody has read"))
    for name in known.keyworkers_gone:
        found.append(("keyworker", f"Needs a new keyworker: {name} no longer works in this team"))
    return [Reason(kind=kind, colour="red" if kind in red else "amber", words=words) for kind, words in found]


def _visits(known: Known) -> list[tuple[CaseloadReason, str]]:
    found: list[tuple[CaseloadReason, str]] = []
    if known.missed_at:
        found.append(("missed", f"The visit of {_on(known.missed_at)}, {clock_face(london(known.missed_at))}, has passed and nothing is written about it"))  # fmt: skip
    if known.next_at is None:
        found.append(("nothing", "No visit of this team is planned"))
    elif not known.next_with:
        found.append(("nobody", f"Nobody is named for the visit of {_on(known.next_at)}"))
    elif known.next_gone:
        found.append(("gone", f"{known.next_with}, named for the visit of {_on(known.next_at)}, no longer works in this team"))  # fmt: skip
    return found


def _unseen(known: Known, rule: CaseloadRule | None, at: datetime) -> list[tuple[CaseloadReason, str]]:
    if rule is None:
        return []
    days = (at - (known.seen_at or known.since)).days
    if days <= rule.unseen_days:
        return []
    since = f"Not seen by this team for {days} days" if known.seen_at else f"Never seen by this team in {days} days of help"
    return [("long_unseen" if days > rule.long_unseen_days else "unseen", since)]


def _on(moment: datetime) -> str:
    day = london(moment)
    return f"{day.day} {day:%B}"
