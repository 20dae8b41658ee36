"""Which columns of what came of advice and decisions are given to analytics? One row for each look, so many hours after."""

NAME = "outcomes"
BY = "decision_id"
COLUMNS = {
    "outcome_id": "uuid", "decision_id": "uuid", "person_id": "uuid", "hours": "integer", "since": "timestamp",
    "until": "timestamp", "state": "string", "found": "string", "found_on": "timestamp",
}  # fmt: skip
MONTH_OF = "since"
SQL = """
select id as outcome_id, coalesce(call_id, arrival_id) as decision_id, person_id, hours, since, until, state,
       nullif(found_code, '') as found, found_on
from front_door_outcomecheck
where person_id is not null
"""
