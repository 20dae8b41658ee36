"""Which columns of immunisations that partners keep are given to analytics? Codes and moments; no words."""

NAME = "immunizations"
BY = "item_id"
COLUMNS = {
    "item_id": "uuid", "person_id": "uuid", "source": "string", "status": "string", "code_system": "string", "code": "string",
    "given_at": "timestamp", "sensitivity": "string",
}  # fmt: skip
MONTH_OF = "given_at"
SQL = """
select id as item_id, person_id, source, nullif(status, '') as status, nullif(code_system, '') as code_system,
       nullif(code, '') as code, placed_at as given_at, nullif(sensitivity, '') as sensitivity
from records_item
where kind = 'Immunization' and person_id is not null
"""
