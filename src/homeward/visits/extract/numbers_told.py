"""Which answers are given to analytics with what was answered? Numbers that mean something known; never words or choices."""

NAME = "numbers_told"
BY = "answer_id"
FOUND_BY = ("visit_id", "response_id")
COLUMNS = {
    "answer_id": "uuid", "person_id": "uuid", "referral_id": "uuid", "visit_id": "uuid", "response_id": "uuid",
    "form": "string", "question": "string", "concept": "string", "number": "float", "told_at": "timestamp",
}  # fmt: skip
MONTH_OF = "told_at"
SQL = """
select a.id as answer_id, a.person_id, v.referral_id, a.encounter_id as visit_id, a.response_id, a.questionnaire_code as form,
       a.link_id as question, a.concept, a.number, a.answered_at as told_at
from visits_answer a left join visits_encounter v on v.id = a.encounter_id
where a.number is not null and a.concept <> '' and a.replaced_at is null
"""
