"""Which columns of hospital stays are given to analytics? No name, no number, no words: ids, moments and codes."""

NAME = "stays"
BY = "stay_id"
COLUMNS = {
    "stay_id": "uuid", "person_id": "uuid", "hospital": "string", "ward": "string", "team": "string", "method": "string",
    "from_care_home": "boolean", "admitted_at": "timestamp", "standing": "string", "ready_at": "timestamp",
    "left_at": "timestamp", "days_waited": "integer", "recommended": "string", "agreed": "string", "actual": "string",
    "delay": "string", "destination": "string",
}  # fmt: skip
MONTH_OF = "admitted_at"
SQL = """
select id as stay_id, person_id, hospital_code as hospital, ward_code as ward, flow_team as team, method_code as method,
       from_care_home, admitted_at, standing, ready_at, left_at,
       (left_at at time zone 'Europe/London')::date - (ready_at at time zone 'Europe/London')::date as days_waited,
       recommended, agreed, actual, delay_code as delay, nullif(destination_code, '') as destination
from hospital_stay
where true
"""
