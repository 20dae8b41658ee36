"""Which words do rounds use?"""

from collections.abc import Mapping

JOB = "rounds"
POCKET = "pocket"
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
    "left_out": "Nobody can go",
    "somebody_else": "Somebody else goes",
    "added": "New on the round",
    "dropped": "No longer on the round",
    "retimed": "At another time",
}

# What a person may do with a telephone's version of a visit that somebody else changed meanwhile.
SETTLED: Mapping[str, str] = {
    "both": "Both happened: make a visit of its own of the phone's version",
    "aside": "What stands is right: set the phone's version aside",
}

OFFLINE_KINDS: Mapping[str, str] = {
    "contact": "Seen or spoken to",
    "not_seen": "Not seen",
    "note": "Note for the next visitor",
    "read": "Note read",
}

# What a person says of every visit in their own words: who comes, the way in, animals in the home.
OWN_WORDS = ("faces", "way_in", "animals")
