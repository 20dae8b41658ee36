"""Which moves may a referral make, from which state to which, by whom, and which of them can be undone?

This table is the one source: the actions ask it, and the database's own guard is generated from it (`as_sql`), so
that a move which is not here is refused by PostgreSQL whoever asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.referrals.vocabulary import ENDED_STATES, OPEN_STATES, STATES, Side, State

Step = tuple[State | None, State]


@dataclass(frozen=True, kw_only=True)
class MoveRule:
    """One kind of move: its legal steps, whose it is to make, and whether its maker may take it back."""

    kind: str
    verb: str
    steps: tuple[Step, ...]
    sides: tuple[Side, ...]
    undoable: bool = False

    def leads_from(self, state: State) -> bool:
        """May this move be made in this state at all?"""
        return any(before == state for before, _ in self.steps)


def _to(after: State, *before: State) -> tuple[Step, ...]:
    return tuple((each, after) for each in before)


def _stays(*states: State) -> tuple[Step, ...]:
    return tuple((each, each) for each in states)


_BEFORE_ACCEPTED: tuple[State, ...] = ("received", "triaged", "placed")
_IN_CARE: tuple[State, ...] = ("accepted", "in_contact")

_FORWARD: tuple[MoveRule, ...] = (
    # A part of another referral may begin placed: its need was triaged already. The guard asks that it names the whole.
    MoveRule(
        kind="receive",
        verb="send in",
        steps=((None, "received"), (None, "placed")),
        sides=("owner", "hub", "requester", "house"),
    ),
    MoveRule(
        kind="triage",
        verb="triage",
        steps=(*_to("triaged", "received"), *_stays(*_BEFORE_ACCEPTED)),
        sides=("owner", "hub"),
        undoable=True,
    ),
    MoveRule(
        kind="second_look",
        verb="give a second look to",
        steps=(*_to("triaged", "received"), *_stays("triaged", "placed")),
        sides=("owner", "hub"),
        undoable=True,
    ),
    MoveRule(
        kind="place",
        verb="place",
        steps=(*_to("placed", "triaged"), *_stays("placed")),
        sides=("hub",),
        undoable=True,
    ),
    MoveRule(kind="accept", verb="accept", steps=_to("accepted", "placed"), sides=("owner",), undoable=True),
    MoveRule(
        kind="advise",
        verb="advise on",
        steps=(*_to("advised", *_BEFORE_ACCEPTED), *_stays(*_BEFORE_ACCEPTED)),
        sides=("owner", "hub"),
        undoable=True,
    ),
    MoveRule(kind="ask", verb="ask about", steps=_stays(*OPEN_STATES), sides=("owner", "hub")),
    MoveRule(kind="answer", verb="answer for", steps=_stays(*OPEN_STATES), sides=("owner", "hub", "requester")),
    MoveRule(
        kind="refer_on",
        verb="refer on",
        steps=_stays("triaged", "placed", *_IN_CARE),
        sides=("owner", "hub"),
    ),
    MoveRule(
        kind="hand_back",
        verb="hand back",
        steps=(*_to("triaged", "placed", *_IN_CARE), *_stays("received", "triaged")),
        sides=("owner",),
        undoable=True,
    ),
    MoveRule(
        kind="decline",
        verb="pass on",
        steps=(*_to("triaged", "placed"), *_stays("placed")),
        sides=("owner",),
        undoable=True,
    ),
    MoveRule(
        kind="no_capacity",
        verb="report no capacity for",
        steps=_to("triaged", "placed", "accepted"),
        sides=("owner",),
        undoable=True,
    ),
    MoveRule(
        kind="revoke",
        verb="withdraw",
        steps=_to("revoked", *_BEFORE_ACCEPTED, "accepted"),
        sides=("requester", "hub", "house"),  # the house: the parts of a whole that was withdrawn
        undoable=True,
    ),
    MoveRule(
        kind="reopen",
        verb="reopen",
        steps=(*_to("triaged", *ENDED_STATES), *_to("received", *ENDED_STATES)),
        sides=("owner", "hub", "requester"),
        undoable=True,
    ),
    MoveRule(
        kind="close",
        verb="close",
        steps=_to("closed", *OPEN_STATES),
        sides=("owner", "hub", "house"),
        undoable=True,
    ),
    MoveRule(
        kind="contact",
        verb="record a contact for",
        steps=_to("in_contact", "accepted"),
        sides=("house",),
    ),
    MoveRule(kind="carry", verb="carry", steps=_stays(*OPEN_STATES), sides=("house",)),
    MoveRule(kind="hand_over", verb="hand over", steps=_stays(*OPEN_STATES), sides=("house",)),
    MoveRule(kind="follow_parts", verb="bring into line", steps=_stays(*OPEN_STATES), sides=("house",)),
)


def _undo() -> MoveRule:
    back = {(after, before) for rule in _FORWARD if rule.undoable for before, after in rule.steps if before is not None}
    return MoveRule(kind="undo", verb="undo the last move of", steps=tuple(sorted(back)), sides=("hub", "maker"))


MOVES: dict[str, MoveRule] = {rule.kind: rule for rule in (*_FORWARD, _undo())}


def is_legal(kind: str, before: State | None, after: State) -> bool:
    """Is this step in the table?"""
    return kind in MOVES and (before, after) in MOVES[kind].steps


def is_whose(kind: str, sides: Iterable[Side]) -> bool:
    """May somebody who stands on these sides of the referral make this kind of move?"""
    return not set(MOVES[kind].sides).isdisjoint(sides)


def why_not_now(kind: str, state: State) -> str | None:
    """Why this move cannot be made in this state, as a finished sentence; None when it can."""
    if MOVES[kind].leads_from(state):
        return None
    return f"You cannot {MOVES[kind].verb} this referral now. It stands at '{STATES[state].title}'."


def what_instead(kind: str, state: State) -> str:
    """What can be done instead."""
    if not STATES[state].open:
        return "Reopen it first if help is still needed."
    if kind == "place":
        return "Triage it first."
    if kind == "accept":
        return "The hub places it with a team first."
    if kind == "revoke":
        return "The team has already seen the person. Ask them to close it."
    return "Open the referral to see what can be done next."


def why_not_yours(kind: str) -> str:
    """Who makes this kind of move, said to somebody who may not."""
    who = {
        ("owner",): "the team that owns it",
        ("hub",): "its hub",
        ("owner", "hub"): "its hub or the team that owns it",
        ("requester", "hub"): "whoever sent it in, or its hub",
        ("hub", "maker"): "its hub or the team that made the last move",
    }.get(
        tuple(side for side in MOVES[kind].sides if side != "house"),
        "its hub, the team that owns it or whoever sent it in",
    )
    return f"Only {who} can {MOVES[kind].verb} this referral."


def as_sql() -> str:
    """The table as the database's own guard, in a fixed order."""
    rows = sorted((kind, before or "", after) for kind, rule in MOVES.items() for before, after in rule.steps)
    values = ",\n    ".join(f"('{kind}', '{before}', '{after}')" for kind, before, after in rows)
    return (
        "-- Which steps may a referral take? Generated from rules/moves.py; do not edit.\n"
        "create or replace function referrals_is_legal(kind text, from_state text, to_state text) returns boolean\n"
        "language sql immutable as $$\n"
        "    select ($1, coalesce($2, ''), $3) in (values\n"
        f"    {values}\n"
        "    )\n"
        "$$;\n"
    )
