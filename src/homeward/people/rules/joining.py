"""May these two records be joined as they stand, and if not, what must be settled first?"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Side:
    """What decides it about one of the two. `consents` maps purpose and partner to what the person said last."""

    verified_number: str = ""
    dead: bool = False
    has_account: bool = False
    consents: Mapping[str, str]


def hindrance(kept: Side, lost: Side) -> tuple[str, str]:
    """Why not, and what to do about it, each a sentence; empty when nothing hinders."""
    if kept.verified_number and lost.verified_number and kept.verified_number != lost.verified_number:
        return (
            "Both have an NHS number that the national service verified, and the numbers differ.",
            "They are two people until the national service says otherwise. Trace both again.",
        )
    if kept.dead != lost.dead:
        return (
            "One of the two is recorded as having died and the other is not.",
            "Record the death on the other, or put right the one that is wrong, then come back.",
        )
    if kept.has_account and lost.has_account:
        return (
            "Both have an account of their own to sign in with.",
            "Ask the person which one they use, have the other closed, then come back.",
        )
    differing = [what for what, said in lost.consents.items() if kept.consents.get(what, said) != said]
    if differing:
        return (
            "What the two said about sharing their record differs.",
            "Ask the person, record their answer on both, then come back.",
        )
    return "", ""
