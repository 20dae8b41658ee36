"""Whose number is it to report? The team's own, its organisation's, or a hub's that rang and asked."""

from collections.abc import Sequence

from homeward.grammar.api import Team


def may_report(team: Team, *, organisation: str, teams: Sequence[str], in_hub: bool) -> bool:
    """May somebody of this organisation and these teams say what `team` has free?"""
    return team.code in teams or team.organisation == organisation or in_hub
