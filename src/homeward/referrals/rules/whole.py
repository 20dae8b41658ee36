"""When several teams were asked to help with one need, how does the whole stand?"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.referrals.vocabulary import OPEN_STATES, STATES, State


@dataclass(frozen=True, kw_only=True)
class Whole:
    """One status for all parts: the state of the open part that is furthest behind, and a sentence."""

    state: State
    open_parts: int
    parts: int
    words: str


def status_of(states: Sequence[State]) -> Whole:
    """The status of a need from the states of its parts (itself among them). Raises ValueError when there is none."""
    if not states:
        raise ValueError("a need has at least one part: itself")
    still_open = [state for state in states if state in OPEN_STATES]
    if still_open:
        behind = min(still_open, key=OPEN_STATES.index)
        return Whole(
            state=behind, open_parts=len(still_open), parts=len(states), words=_words(behind, still_open, states)
        )
    ended: State = next((state for state in ("closed", "advised", "revoked") if state in states), states[0])
    return Whole(state=ended, open_parts=0, parts=len(states), words=STATES[ended].plain_words)


def _words(behind: State, still_open: Sequence[State], states: Sequence[State]) -> str:
    if len(states) == 1:
        return STATES[behind].plain_words
    done = len(states) - len(still_open)
    seen = sum(state == "in_contact" for state in still_open)
    parts = [f"{len(states)} parts", f"{seen} being seen" if seen else "", f"{done} ended" if done else ""]
    return f"{', '.join(part for part in parts if part)}. Furthest behind: {STATES[behind].title.lower()}."
