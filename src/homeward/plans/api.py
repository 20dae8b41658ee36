"""The door to plans: forms, scores, care and support plans, and trusted assessments."""

from homeward.plans.actions.finish import finish
from homeward.plans.actions.save_progress import Saved, save_progress
from homeward.plans.queries.answered import Answered, ResponseRow, ResponseView, response_view, responses_of
from homeward.plans.queries.form_view import FormView, Question, form_view, in_words, prefilled
from homeward.plans.queries.forms_for import FormsFor, forms_for
from homeward.plans.queries.person_of import person_of_response
from homeward.plans.rules.scores.known import SCORES
from homeward.plans.rules.scores.rows import RowScored, added_columns, score_rows
from homeward.plans.rules.scores.score import Part, Score, Scored
from homeward.plans.rules.typed import Clashing, Kept, Typed

__all__ = [
    "SCORES",
    "Answered",
    "Clashing",
    "FormView",
    "FormsFor",
    "Kept",
    "Part",
    "Question",
    "ResponseRow",
    "ResponseView",
    "RowScored",
    "Saved",
    "Score",
    "Scored",
    "Typed",
    "added_columns",
    "finish",
    "form_view",
    "forms_for",
    "in_words",
    "person_of_response",
    "prefilled",
    "response_view",
    "responses_of",
    "save_progress",
    "score_rows",
]
