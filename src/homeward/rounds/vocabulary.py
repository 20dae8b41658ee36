"""Which words do rounds use?"""

from collections.abc import Mapping

JOB = "rounds"
PLAN = "rounds.plan_day"

STATES: Mapping[str, str] = {
    "waiting": "Waiting to be planned",
    "planning": "Being planned",
    "ready": "Ready to look at",
    "used": "In use",
    "failed": "Could not be planned",
}

# The places of the coordinator's slider, from shortest roads to fewest strangers.
TRADES: Mapping[str, tuple[str, str]] = {
    "roads": ("Shortest roads", "Travel counts, whoever comes."),
    "balanced": ("Balanced", "A new face weighs as much as 5 minutes of travel."),
    "faces": ("Fewest new faces", "A new face weighs as much as 20 minutes of travel."),
    "hours": ("Keep every hour", "A minute late weighs as much as 15 minutes of travel."),
}

TRAVELS_BY: Mapping[str, str] = {"car": "Car", "bicycle": "Bicycle", "foot": "On foot", "bus": "Bus"}

CHANGES: Mapping[str, str] = {
    "somebody_else": "Somebody else goes",
    "retimed": "At another time",
    "left_out": "Nobody can go",
    "added": "New on the round",
    "dropped": "No longer on the round",
}
