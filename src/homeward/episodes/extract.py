"""Which columns of clocks are given to analytics? No name, no number: ids, moments and codes."""

NAME = "clocks"
COLUMNS = {
    "clock_id": "uuid", "referral_id": "uuid", "person_id": "uuid", "code": "string", "phase": "string",
    "started_at": "timestamp", "due_at": "timestamp", "late_from": "timestamp", "ended_at": "timestamp",
    "counted_minutes": "float", "target_minutes": "float", "met": "boolean", "rungs_climbed": "integer",
}  # fmt: skip
MONTH_OF = "started_at"  # the column whose London month a row is kept under
SQL = """
select id as clock_id, subject_id as referral_id, person_id, code, phase, started_at, due_at, late_from, ended_at,
       (extract(epoch from counted) / 60)::float8 as counted_minutes, (extract(epoch from target) / 60)::float8 as target_minutes,
       met, rungs_climbed
from episodes_clock
where started_at is not null and phase <> 'withdrawn'
"""
