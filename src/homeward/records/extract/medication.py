"""Which columns of medicines that partners keep are given to analytics? Codes and moments; no words.

A statement (what somebody takes) and a request (what was prescribed) are told apart by `kind`.
"""

NAME = "medication_statements"
BY = "item_id"
COLUMNS = {
    "item_id": "uuid", "person_id": "uuid", "kind": "string", "source": "string", "status": "string", "code_system": "string",
    "code": "string", "stated_at": "timestamp", "sensitivity": "string",
}  # fmt: skip
MONTH_OF = "stated_at"
SQL = """
select id as item_id, person_id, kind, source, nullif(status, '') as status, nullif(code_system, '') as code_system,
       nullif(code, '') as code, placed_at as stated_at, nullif(sensitivity, '') as sensitivity
from records_item
where kind in ('MedicationStatement', 'MedicationRequest') and person_id is not null
"""
