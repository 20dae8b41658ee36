"""The door to rounds: who goes to whom, in which order, and what that costs."""

from homeward.rounds.rules.continuity import Continuity, continuity, of_team
from homeward.rounds.rules.day import TRADES, AtWork, Going, Round, Trade, Wanted
from homeward.rounds.rules.plan_day import Changed, changes, plan_day, replan
from homeward.rounds.rules.problem import Answer, Pause, Problem
from homeward.rounds.rules.published import Unreadable, read, written
from homeward.rounds.rules.solve import solve

__all__ = [
    "TRADES",
    "Answer",
    "AtWork",
    "Changed",
    "Continuity",
    "Going",
    "Pause",
    "Problem",
    "Round",
    "Trade",
    "Unreadable",
    "Wanted",
    "changes",
    "continuity",
    "of_team",
    "plan_day",
    "read",
    "replan",
    "solve",
    "written",
]
