"""What was asked although it was known? One row for each thing said on a finished form; what was said is not given.

`kept`: nobody had to say it again, because it was carried over or found still right. `was_known`: when it was said, an
earlier answer of the same thing was still in date.
"""

NAME = "answers"
BY = "response_id"
COLUMNS = {
    "response_id": "uuid", "person_id": "uuid", "form": "string", "question": "string", "concept": "string",
    "said_at": "timestamp", "finished_at": "timestamp", "organisation": "string", "kept": "boolean", "was_known": "boolean",
}  # fmt: skip
MONTH_OF = "finished_at"
_SAID = """
select a.response_id, a.person_id, r.questionnaire_code as form, a.link_id as question, a.concept, a.answered_at as said_at,
       r.finished_at, r.organisation, a.confirms is not null as kept,
       exists (select from visits_answer b where b.person_id = a.person_id and b.concept = a.concept and b.id <> a.id
               and b.answered_at < a.answered_at and b.valid_until > a.answered_at
               and (b.replaced_at is null or b.replaced_at > a.answered_at)) as was_known
from visits_answer a join plans_questionnaireresponse r on r.id = a.response_id
where r.finished_at is not null and r.item_id is null and a.concept <> ''
"""
_CARRIED = """
select e.response_id, e.person_id, r.questionnaire_code, e.link_id, f.concept, e.kept_at, r.finished_at, r.organisation,
       true, true
from plans_entry e join plans_questionnaireresponse r on r.id = e.response_id join visits_answer f on f.id = e.fact_id
where r.finished_at is not null and r.item_id is null
  and not exists (select from plans_entry l where l.response_id = e.response_id and l.link_id = e.link_id and l.version > e.version)
  and not exists (select from visits_answer a where a.response_id = e.response_id and a.link_id = e.link_id)
"""
SQL = f"{_SAID} union all {_CARRIED}"
