"""Which columns of what partners measured are given to analytics? Codes, moments and numbers; no words.

One row for each value: an Observation of several parts (a blood pressure) gives one row for each part that has a value.
"""

NAME = "observations"
BY = "item_id"
COLUMNS = {
    "item_id": "uuid", "person_id": "uuid", "source": "string", "status": "string", "category": "string", "panel": "string",
    "code_system": "string", "code": "string", "value": "float", "unit": "string", "value_code": "string",
    "taken_at": "timestamp", "sensitivity": "string",
}  # fmt: skip
MONTH_OF = "taken_at"
# The rows of one code lie together in each file, so that a question about one code reads past all others.
ORDER_BY = "code"
# The values are read from the text when it is kept (the item's own columns), so that counting takes no text apart.
_SAID = """
select id as item_id, person_id, source, nullif(status, '') as status, nullif(category, '') as category, code as panel,
       code_system, code, number as value, unit, value_code, placed_at as taken_at, nullif(sensitivity, '') as sensitivity
from records_item
where kind = 'Observation' and person_id is not null and parts is null
"""
_PARTS = """
select i.id, i.person_id, i.source, nullif(i.status, ''), nullif(i.category, ''), i.code, p.code_system, p.code, p.number, p.unit,
       p.value_code, i.placed_at, nullif(i.sensitivity, '')
from records_item i
cross join lateral jsonb_to_recordset(i.parts) as p(code_system text, code text, number float8, unit text, value_code text)
where i.kind = 'Observation' and i.person_id is not null and i.parts is not null
"""
SQL = f"{_SAID} union all {_PARTS}"
