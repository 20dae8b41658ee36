"""How much of what is counted rests on a record, and not on the absence of one?"""


def coverage(with_evidence: int, counted: int) -> float | None:
    """Percent of the counted rows whose answer is itself recorded; None when nothing is counted."""
    return 100 * with_evidence / counted if counted else None
