"""Which columns of visits are given to analytics? No name, no number, no words: ids, moments and codes.

`worker` stands for whoever came. Of a death only that it came within 7 days of the contact is given, never its day.
`read_before`: visitor, team or nobody had opened the record in the 24 hours before the contact; null where it was not looked up.
"""

NAME = "visits"
FOUND_BY = ("visit_id",)
COLUMNS = {
    "visit_id": "uuid", "referral_id": "uuid", "person_id": "uuid", "worker": "uuid", "team": "string", "state": "string",
    "way": "string", "added_at": "timestamp", "planned_at": "timestamp", "started_at": "timestamp",
    "contact_at": "timestamp", "recorded_at": "timestamp", "outcome": "string", "not_seen": "string",
    "died_in_7_days": "boolean", "read_before": "string",
}  # fmt: skip
MONTH_OF = "added_at"
SQL = """
select v.id as visit_id, v.referral_id, v.person_id, v.practitioner_user as worker, v.team_code as team, v.state, v.way,
       v.added_at, v.planned_at, v.started_at, v.contact_at, v.recorded_at, nullif(v.outcome_code, '') as outcome,
       nullif(v.not_seen_code, '') as not_seen,
       v.contact_at is not null and coalesce(p.death_at < v.contact_at + interval '7 days', false) as died_in_7_days,
       v.read_before
from visits_encounter v join people_person p on p.id = v.person_id
where true
"""
