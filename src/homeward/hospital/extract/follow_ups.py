"""Which columns of what was found 91 days later are given to analytics? Codes and days; no words."""

NAME = "follow_ups"
BY = "follow_up_id"
FOUND_BY = ("stay_id", "bed_stay_id")
COLUMNS = {
    "follow_up_id": "uuid", "stay_id": "uuid", "bed_stay_id": "uuid", "person_id": "uuid", "team": "string",
    "left_at": "timestamp", "due_at": "timestamp", "answer": "string", "answered_at": "timestamp",
}  # fmt: skip
MONTH_OF = "due_at"
SQL = """
select f.id as follow_up_id, f.stay_id, f.bed_stay_id, f.person_id, f.team_code as team,
       coalesce(b.left_at, s.left_at) as left_at, f.due_on::timestamp at time zone 'Europe/London' as due_at,
       nullif(f.answer_code, '') as answer, f.answered_at
from hospital_followup f
left join hospital_stay s on s.id = f.stay_id left join hospital_bedstay b on b.id = f.bed_stay_id
where s.struck_at is null
"""
