"""What became of somebody so many hours after a decision? The same lines for each number that asks."""

from typing import Any

from homeward_places.birmingham_solihull.measures.rows import shown, told

THREE_DAYS, A_WEEK = 72, 168
WORDS = {THREE_DAYS: "72 hours", A_WEEK: "7 days"}


def looked_up(decisions: Any, tables: Any, *, hours: int) -> Any:
    """One row for each of `decisions`, met when the person was neither admitted nor died within `hours` of it."""
    import ibis  # only where numbers are compiled

    looks = tables.outcomes.filter(tables.outcomes.hours == hours).select(
        of="decision_id", state="state", found="found"
    )
    known = decisions.left_join(looks, decisions.decision_id == looks.of)
    over = (known.decided_at + ibis.interval(hours=hours)) <= tables.as_of
    within = WORDS[hours]
    judged = told(
        known,
        (known.found == "not_admitted", "met", f"Not admitted within {within}", True),
        (known.found == "admitted", "not_met", f"Admitted within {within}", True),
        (known.found == "died", "not_met", f"Died within {within}", True),
        (known.state == "given_up", "not_met", "No hospital ever told what became of them", False),
        (known.state.isnull() & over, "not_met", "Nobody looked up what became of them", False),
        (over, "too_early", "No hospital has told of anything so late yet", False),
        (None, "too_early", f"The {within} are not over", False),
    )
    return shown(judged, tables, row_id="decision_id", started_at="decided_at", own=("team",))
