"""The door to plans: forms, scores, care and support plans, and trusted assessments."""

from homeward.plans.rules.scores.known import SCORES
from homeward.plans.rules.scores.rows import RowScored, added_columns, score_rows
from homeward.plans.rules.scores.score import Part, Score, Scored

__all__ = [
    "SCORES",
    "Part",
    "RowScored",
    "Score",
    "Scored",
    "added_columns",
    "score_rows",
]
