"""What does the database say when something happens? `kind|subject kind|subject id|team,team`: ids and codes, no person."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """One happening, as the event log announces it."""

    kind: str
    subject_kind: str
    subject_id: str
    teams: frozenset[str]


def read(payload: str) -> Notice | None:
    """The notice in `payload`, or None when it is not one of ours."""
    parts = payload.split("|")
    if len(parts) != 4 or not all(parts[:3]):
        return None
    kind, subject_kind, subject_id, teams = parts
    return Notice(
        kind,
        subject_kind,
        subject_id,
        frozenset(code for code in teams.split(",") if code),
    )
