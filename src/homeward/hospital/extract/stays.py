"""Which columns of hospital stays are given to analytics? No name, no number, no words: ids, moments and codes.

Of a death only that it came within 90 days of the admission is given, never its day.
"""

NAME = "stays"
BY = "stay_id"
COLUMNS = {
    "stay_id": "uuid", "person_id": "uuid", "hospital": "string", "ward": "string", "team": "string", "method": "string",
    "from_care_home": "boolean", "admitted_at": "timestamp", "standing": "string", "ready_at": "timestamp",
    "left_at": "timestamp", "days_waited": "integer", "recommended": "string", "agreed": "string", "actual": "string",
    "delay": "string", "destination": "string", "in_last_90_days": "boolean",
}  # fmt: skip
MONTH_OF = "admitted_at"
SQL = """
select s.id as stay_id, s.person_id, s.hospital_code as hospital, s.ward_code as ward, s.flow_team as team,
       s.method_code as method, s.from_care_home, s.admitted_at, s.standing, s.ready_at, s.left_at,
       (s.left_at at time zone 'Europe/London')::date - (s.ready_at at time zone 'Europe/London')::date as days_waited,
       s.recommended, s.agreed, s.actual, s.delay_code as delay, nullif(s.destination_code, '') as destination,
       coalesce(p.death_at > s.admitted_at - interval '1 day' and p.death_at < s.admitted_at + interval '90 days', false) as in_last_90_days
from hospital_stay s join people_person p on p.id = s.person_id
where s.struck_at is null
"""
