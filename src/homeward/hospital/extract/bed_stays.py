"""Which columns of stays in recovery beds are given to analytics? Ids, moments, codes and the Barthel index; no words."""

NAME = "bed_stays"
BY = "bed_stay_id"
COLUMNS = {
    "bed_stay_id": "uuid", "stay_id": "uuid", "person_id": "uuid", "site": "string", "team": "string", "came_at": "timestamp",
    "left_at": "timestamp", "barthel_in": "integer", "barthel_out": "integer", "outcome": "string", "destination": "string",
}  # fmt: skip
MONTH_OF = "came_at"
SQL = """
select id as bed_stay_id, stay_id, person_id, site_code as site, team_code as team, came_at, left_at, barthel_in,
       barthel_out, nullif(outcome_code, '') as outcome, nullif(destination_code, '') as destination
from hospital_bedstay
where true
"""
