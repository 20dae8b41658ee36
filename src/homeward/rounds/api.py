"""The door to rounds: who goes to whom, in which order, and what that costs."""

from homeward.rounds.rules.problem import Answer, Problem
from homeward.rounds.rules.published import Unreadable, read, written
from homeward.rounds.rules.solve import solve

__all__ = ["Answer", "Problem", "Unreadable", "read", "solve", "written"]
