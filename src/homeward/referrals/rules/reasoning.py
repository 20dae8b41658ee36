"""Is this a reason that may be given? It must be on the declared list, in words where the list asks for words."""

import re

from homeward.grammar.api import Reason, ReasonList

# 'No capacity' in the words people use for it. It is never a reason to turn a need away.
_NO_CAPACITY = re.compile(
    r"\b(?:no|not? enough|lack of|without|limited|insufficient|zero)\s+(?:(?!mental)\w+\s+){0,2}"
    r"(?:capacity|beds?(?!\s*rail)|slots?|staff(?:ing)?|appointments?|places?|(?:spaces?|room)(?!\s+(?:for|in|at|on)\b))\b"
    r"|\b(?:at|over|beyond|exceed\w*|reached)\s+(?:full\s+|our\s+)?capacity\b"
    r"|\b(?:fully?\s+booked|too\s+busy|short[\s-]*staffed|understaffed|waiting\s+list\s+(?:is\s+)?(?:full|closed)"
    r"|(?:we|team|ward|service|caseload)(?:\s+(?:is|are)|'re)\s+full)\b",
    re.IGNORECASE,
)

NEVER_A_REASON = "'No capacity' is never a reason to pass a need on."
INSTEAD = "Choose 'We have no room': the need stays open, goes back to its hub and is counted as unmet."


def says_no_capacity(*words: str) -> bool:
    """Do these words say that there is no room?"""
    return any(_NO_CAPACITY.search(each) for each in words)


def faults(reasons: ReasonList, *, code: str, words: str) -> dict[str, str]:
    """What is wrong with the reason given; empty when nothing is."""
    chosen = find(reasons, code)
    if chosen is None:
        return {"reason_code": "Choose a reason from the list."}
    if chosen.asks_for_words and not words:
        return {"words": f"'{chosen.title}' needs a few words. Say why."}
    return {}


def find(reasons: ReasonList, code: str) -> Reason | None:
    """The reason with this code on the list."""
    return next((each for each in reasons.reasons if each.code == code), None)
