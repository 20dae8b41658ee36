"""Which columns of what teams report they have are given to analytics? It names nobody: lines, numbers and moments."""

NAME = "capacity_reports"
BY = "line_id"
COLUMNS = {
    "line_id": "uuid", "report": "integer", "service": "string", "team": "string", "site": "string", "unit": "string",
    "reported_at": "timestamp", "until": "timestamp", "total": "integer", "free": "integer",
}  # fmt: skip
MONTH_OF = "reported_at"
# A report stands until the next one of its line, or until its own period is over.
SQL = """
select r.line_id, r.id as report, l.service_code as service, l.team_code as team, l.site, l.unit, r.as_of as reported_at,
       least(r.period_end, lead(r.as_of) over (partition by r.line_id order by r.as_of, r.id)) as until, r.total, r.free
from capacity_report r join capacity_line l on l.id = r.line_id
where true
"""
