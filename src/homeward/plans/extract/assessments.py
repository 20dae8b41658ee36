"""Which columns of finished assessments are given to analytics? Codes and moments; what was answered is not given."""

NAME = "assessments"
BY = "response_id"
COLUMNS = {
    "response_id": "uuid", "person_id": "uuid", "form": "string", "assessment": "string", "organisation": "string",
    "finished_at": "timestamp", "valid_until": "timestamp", "from_partner": "boolean",
}  # fmt: skip
MONTH_OF = "finished_at"
SQL = """
select id as response_id, person_id, questionnaire_code as form, assessment, organisation, finished_at, valid_until,
       item_id is not null as from_partner
from plans_questionnaireresponse
where finished_at is not null and assessment <> ''
"""
