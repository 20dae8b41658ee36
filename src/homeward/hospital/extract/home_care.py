"""Which columns of home care are given to analytics? Weekly hours at both ends, moments and codes; no words, no provider."""

NAME = "home_care"
BY = "home_care_id"
FOUND_BY = ("stay_id",)
COLUMNS = {
    "home_care_id": "uuid", "stay_id": "uuid", "person_id": "uuid", "team": "string", "state": "string",
    "hours_wanted": "float", "hours_start": "float", "hours_end": "float", "asked_at": "timestamp",
    "started_at": "timestamp", "ended_at": "timestamp", "handed_back": "integer",
}  # fmt: skip
MONTH_OF = "asked_at"
SQL = """
select id as home_care_id, stay_id, person_id, team_code as team, state, hours_wanted::float8 as hours_wanted,
       hours_start::float8 as hours_start, hours_end::float8 as hours_end, asked_at, started_at, ended_at, handed_back
from hospital_homecare c
where not exists (select from hospital_stay s where s.id = c.stay_id and s.struck_at is not null)
"""
