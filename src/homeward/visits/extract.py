"""Which columns of visits are given to analytics? No name, no number, no words: ids, moments and codes."""

NAME = "visits"
FOUND_BY = ("visit_id",)
COLUMNS = {
    "visit_id": "uuid", "referral_id": "uuid", "person_id": "uuid", "team": "string", "state": "string", "way": "string",
    "added_at": "timestamp", "planned_at": "timestamp", "started_at": "timestamp", "contact_at": "timestamp",
    "recorded_at": "timestamp", "outcome": "string", "not_seen": "string",
}  # fmt: skip
MONTH_OF = "added_at"
SQL = """
select id as visit_id, referral_id, person_id, team_code as team, state, way, added_at, planned_at, started_at, contact_at,
       recorded_at, outcome_code as outcome, not_seen_code as not_seen
from visits_encounter
where true
"""
