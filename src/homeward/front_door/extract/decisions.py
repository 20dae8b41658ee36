"""Which columns of calls and arrivals are given to analytics? What was meant, what was decided, when; no words.

Somebody who was never named is in no table: there is nobody to find out about. `called`: did the crew ring first?
"""

NAME = "decisions"
BY = "decision_id"
COLUMNS = {
    "decision_id": "uuid", "kind": "string", "person_id": "uuid", "referral_id": "uuid", "door": "string", "team": "string",
    "way": "string", "conveyed": "boolean", "eligible": "boolean", "called": "boolean", "met_at": "timestamp",
    "waited_seconds": "integer", "intended_hospital": "boolean", "decided_at": "timestamp", "decided_hospital": "boolean",
    "ended_at": "timestamp",
}  # fmt: skip
MONTH_OF = "met_at"
SQL = """
select id as decision_id, 'call' as kind, person_id, referral_id, line_code as door, team_code as team, caller_kind as way,
       conveys as conveyed, eligible, conveys as called, answered_at as met_at, waited_seconds, intended_hospital,
       advised_at as decided_at, outcome_hospital as decided_hospital, ended_at
from front_door_call where person_id is not null
union all
select id, 'arrival', person_id, null, door_code, null, way_code, conveyed, eligible, called, arrived_at, null,
       intended_hospital, decided_at, decided_hospital, null
from front_door_arrival
"""
