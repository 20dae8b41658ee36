"""Which columns of conditions that partners keep are given to analytics? Codes and moments; no words."""

NAME = "conditions"
BY = "item_id"
COLUMNS = {
    "item_id": "uuid", "person_id": "uuid", "source": "string", "status": "string", "category": "string",
    "code_system": "string", "code": "string", "noted_at": "timestamp", "sensitivity": "string",
}  # fmt: skip
MONTH_OF = "noted_at"
SQL = """
select id as item_id, person_id, source, nullif(status, '') as status, nullif(category, '') as category,
       nullif(code_system, '') as code_system, nullif(code, '') as code, placed_at as noted_at,
       nullif(sensitivity, '') as sensitivity
from records_item
where kind = 'Condition' and person_id is not null
"""
