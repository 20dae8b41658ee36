"""May somebody act on care that a team gives? Its members, the hub of the need, and the house itself; nobody else."""

from homeward.foundation.actions import Actor


def minds(by: Actor, *, team: str, hub: str | None = None) -> bool:
    """Is the actor of the team that owns it, of the hub of the need, or the house?"""
    return by.kind == "system" or team in by.teams or (hub is not None and hub in by.teams)


def whose_words(what: str, *, team: str, hub: str | None) -> str:
    """Said to a stranger: who may do `what` ('finish this task'), by the names of the team and the hub."""
    return f"Only {team}{f' or {hub}' if hub and hub != team else ''} can {what}."
