"""With which words is somebody told that a thing is taken or not open?"""

from datetime import datetime

from homeward.foundation.moments import clock_face, london


def taken_words(who: str, state: str, until: datetime | None) -> str:
    """'Ruth Adeyemi has already taken this until 3:00pm on 4 March.'"""
    if state == "outside":
        return "Its team reported that this is taken."
    if until is None:
        return (
            "Somebody is in it, and it frees when they have left."
            if state == "occupied"
            else f"{who} has already taken this."
        )
    return f"{who} has already taken this until {clock_face(until)} on {london(until):%-d %B}."


def closed_words(label: str, state: str) -> str:
    """Why nothing can be taken there now."""
    why = {"cleaning": "is being cleaned", "infection": "is closed for infection"}.get(state, "is closed")
    return f"{label} {why}."
