"""The door to plans: forms, scores, care and support plans, and trusted assessments."""

from homeward.plans.actions.change_line import change_line, end_line
from homeward.plans.actions.decide_share import accept, query, reply, withdraw
from homeward.plans.actions.dispute import agree, dispute, settle
from homeward.plans.actions.finish import finish
from homeward.plans.actions.save_progress import Saved, save_progress
from homeward.plans.actions.share import share
from homeward.plans.actions.write_line import write_line
from homeward.plans.queries.answered import Answered, ResponseRow, ResponseView, response_view, responses_of
from homeward.plans.queries.findings import findings_on_forms
from homeward.plans.queries.for_fhir import (
    care_plan_before_as_fhir,
    care_plans_as_fhir,
    goals_as_fhir,
    goals_before_as_fhir,
    responses_as_fhir,
    visit_forms_as_fhir,
)
from homeward.plans.queries.form_view import FormView, Question, form_view, in_words, prefilled
from homeward.plans.queries.forms_for import FormsFor, forms_for
from homeward.plans.queries.person_of import person_of_line, person_of_plan, person_of_response
from homeward.plans.queries.plan import LineView, PlanPage, PlanView, StanceView, disputed, plan_of, plan_page
from homeward.plans.queries.plan_versions import DONE_TO_A_PLAN, Change, Versions, plan_versions
from homeward.plans.queries.shares import NoteView, ShareRow, ShareView, providers_for, reuse_of, share_view, shares_for
from homeward.plans.queries.visit_scores import VisitScore, visit_scores
from homeward.plans.rules.as_fhir.care_plan import care_plan, goals
from homeward.plans.rules.as_fhir.read_questionnaire import NotAQuestionnaire, ReadForm, read_questionnaire
from homeward.plans.rules.as_fhir.read_response import Answers, read_response
from homeward.plans.rules.as_fhir.response import questionnaire_response
from homeward.plans.rules.computed import measured
from homeward.plans.rules.differences import Piece, differences
from homeward.plans.rules.faults import faults_of_scores
from homeward.plans.rules.findings import Finding, totals_by_concept
from homeward.plans.rules.scores.known import SCORES
from homeward.plans.rules.scores.rows import RowScored, added_columns, score_rows
from homeward.plans.rules.scores.score import Part, Score, Scored
from homeward.plans.rules.typed import Clashing, Kept, Typed
from homeward.plans.vocabulary import HEADINGS, LINE_STATES, Heading

__all__ = [
    "DONE_TO_A_PLAN",
    "HEADINGS",
    "LINE_STATES",
    "SCORES",
    "Answered",
    "Answers",
    "Change",
    "Clashing",
    "Finding",
    "FormView",
    "FormsFor",
    "Heading",
    "Kept",
    "LineView",
    "NotAQuestionnaire",
    "NoteView",
    "Part",
    "Piece",
    "PlanPage",
    "PlanView",
    "Question",
    "ReadForm",
    "ResponseRow",
    "ResponseView",
    "RowScored",
    "Saved",
    "Score",
    "Scored",
    "ShareRow",
    "ShareView",
    "StanceView",
    "Typed",
    "Versions",
    "VisitScore",
    "accept",
    "added_columns",
    "agree",
    "care_plan",
    "care_plan_before_as_fhir",
    "care_plans_as_fhir",
    "change_line",
    "differences",
    "dispute",
    "disputed",
    "end_line",
    "faults_of_scores",
    "findings_on_forms",
    "finish",
    "form_view",
    "forms_for",
    "goals",
    "goals_as_fhir",
    "goals_before_as_fhir",
    "in_words",
    "measured",
    "person_of_line",
    "person_of_plan",
    "person_of_response",
    "plan_of",
    "plan_page",
    "plan_versions",
    "prefilled",
    "providers_for",
    "query",
    "questionnaire_response",
    "read_questionnaire",
    "read_response",
    "reply",
    "response_view",
    "responses_as_fhir",
    "responses_of",
    "reuse_of",
    "save_progress",
    "score_rows",
    "settle",
    "share",
    "share_view",
    "shares_for",
    "totals_by_concept",
    "withdraw",
    "write_line",
    "visit_forms_as_fhir",
    "visit_scores",
]
