"""Is there a list for every move that needs a reason, and is lack of room on none of them?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import get_args

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place
from homeward.grammar.reasons import Meaning, Reason, ReasonFor, ReasonList

# What a refusal for want of room calls itself. A need is never refused for it: 'no capacity' keeps it open and counts it.
WANT_OF_ROOM = re.compile(
    r"capacity|\bno (beds?|room|space|staff|slots?|places?|visits?|one free)\b|not enough|short.?staffed|understaffed"
    r"|fully? booked|\b(is|are|we.re|service|ward|team) full\b|^full$|waiting list|too busy|too many|nobody( is)? free"
    r"|workload|overstretched|at (our )?limit",
    re.IGNORECASE,
)
GUARDED: tuple[ReasonFor, ...] = ("decline", "hand_back", "revoke", "close")

# What the house says by itself, and on which list it must find the reason for it.
NEEDED: dict[ReasonFor, tuple[Meaning, ...]] = {
    "close": ("person_died",),
    "revoke": ("sender_withdrew", "made_in_error"),
}


def faults_of_reasons(place: Place, today: date) -> Iterator[Fault]:
    for use in get_args(ReasonFor):
        lists = [each for each in place.reason_lists.values() if each.used_for == use]
        if not lists:
            yield fault(place.card, "no-reasons", f"There is no list of reasons to {use.replace('_', ' ')}.")
        for each in lists:
            if not each.reasons:
                yield fault(each, "no-reasons", f"The list '{each.title}' has no reasons on it.")
            yield from _unsaid(each)
    for each in place.reason_lists.values():
        if len({reason.code for reason in each.reasons}) < len(each.reasons):
            yield fault(each, "declared-twice", f"The list '{each.title}' has the same reason twice.")
        for reason in each.reasons:
            if each.used_for in GUARDED and wants_room(reason):
                yield fault(
                    each,
                    "no-capacity-reason",
                    f"'{reason.title}' means there is no room, and that is never a reason. "
                    "The need stays open and counts as unmet.",
                )


def _unsaid(each: ReasonList) -> Iterator[Fault]:
    for meaning in NEEDED.get(each.used_for, ()):
        if sum(reason.means == meaning for reason in each.reasons) != 1:
            said = meaning.replace("_", " ")
            yield fault(
                each,
                "reason-not-marked",
                f"On the list '{each.title}' exactly one reason must be marked as meaning '{said}': Homeward gives it by itself.",
            )


def wants_room(reason: Reason) -> bool:
    """Does this reason, under whatever name, say that there was no room?"""
    return bool(WANT_OF_ROOM.search(reason.title) or WANT_OF_ROOM.search(reason.code.replace("-", " ")))
