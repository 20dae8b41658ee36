"""Which columns of care and support plans are given to analytics? Whose lines stand, and what was agreed when; no words."""

NAME = "care_plans"
BY = "plan_id"
COLUMNS = {
    "plan_id": "uuid", "person_id": "uuid", "begun_at": "timestamp", "lines": "integer", "own_lines": "integer",
    "goals": "integer", "goals_done": "integer", "agreed_at": "timestamp",
}  # fmt: skip
MONTH_OF = "begun_at"
SQL = """
select p.id as plan_id, p.person_id, p.begun_at,
       count(l.id) filter (where says.state <> 'stopped')::int as lines,
       count(l.id) filter (where says.state <> 'stopped' and l.author_kind in ('citizen', 'proxy'))::int as own_lines,
       count(l.id) filter (where says.state <> 'stopped' and l.kind = 'goal')::int as goals,
       count(l.id) filter (where says.state = 'done' and l.kind = 'goal')::int as goals_done,
       (select max(s.at) from plans_stance s where s.plan_id = p.id and s.kind = 'agree' and s.by_kind in ('citizen', 'proxy')) as agreed_at
from plans_careplan p
left join plans_line l on l.plan_id = p.id
left join lateral (select c.state from plans_linechange c where c.line_id = l.id order by c.number desc limit 1) says on true
group by p.id
"""
