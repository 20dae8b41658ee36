"""From when to when did a stay meet criteria to reside, and when not? One row for each time that one word stood.

What was said in error counts no more, and of two sayings about one moment the later stands, as in `rules/ready.py`.
"""

NAME = "criteria"
BY = "stay_id"
COLUMNS = {
    "stay_id": "uuid", "person_id": "uuid", "number": "integer", "meets": "boolean", "from_at": "timestamp",
    "until": "timestamp",
}  # fmt: skip
MONTH_OF = "from_at"
SQL = """
select stay_id, person_id, number, meets, from_at,
       lead(from_at) over (partition by stay_id order by from_at, number) as until
from (
    select distinct on (c.stay_id, c.from_at) c.stay_id, c.person_id, c.number, c.meets, c.from_at
    from hospital_criterion c
    where c.voids is null
      and not exists (select from hospital_stay s where s.id = c.stay_id and s.struck_at is not null)
      and not exists (select from hospital_criterion v where v.stay_id = c.stay_id and v.voids = c.number)
    order by c.stay_id, c.from_at, c.number desc
) stands
"""
