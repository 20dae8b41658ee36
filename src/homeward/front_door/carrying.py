"""How do calls and arrivals move when two records are found to be one person? Whole, with all that hangs on them."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    call, arrival = "front_door_call", "front_door_arrival"
    on_merge(call, followed_by={"access_relationship": "source_id", "episodes_task": "subject_id"})
    on_merge(arrival, followed_by={"access_relationship": "source_id"})
    on_merge("front_door_advice", follows={"call_id": call})
    on_merge("front_door_safetycheck", follows={"call_id": call})
    on_merge("front_door_intention", follows={"arrival_id": arrival})
    on_merge("front_door_decision", follows={"arrival_id": arrival})
    on_merge("front_door_doorbed", follows={"arrival_id": arrival}, followed_by={"access_relationship": "source_id"})
    on_merge("front_door_outcomecheck", follows={"call_id": call, "arrival_id": arrival})
