"""How do rounds move when two records are found to be one person? With the visit they are for."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    for table in ("rounds_wish", "rounds_roundstop", "rounds_decision", "rounds_carried", "rounds_offlinerecord"):
        on_merge(table, follows={"encounter_id": "visits_encounter"})
    on_merge("rounds_handover")
    on_merge("rounds_preference")
