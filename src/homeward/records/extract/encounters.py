"""Which columns of contacts that partners keep are given to analytics? Kind of contact, codes and moments; no words.

`kind` is FHIR R4's class of encounter: EMER is an emergency department, IMP a hospital stay.
"""

NAME = "partner_contacts"
BY = "item_id"
COLUMNS = {
    "item_id": "uuid", "person_id": "uuid", "source": "string", "status": "string", "kind": "string", "code_system": "string",
    "code": "string", "began_at": "timestamp", "sensitivity": "string",
}  # fmt: skip
MONTH_OF = "began_at"
SQL = """
select id as item_id, person_id, source, nullif(status, '') as status, nullif(category, '') as kind,
       nullif(code_system, '') as code_system, nullif(code, '') as code, placed_at as began_at,
       nullif(sensitivity, '') as sensitivity
from records_item
where kind = 'Encounter' and person_id is not null
"""
