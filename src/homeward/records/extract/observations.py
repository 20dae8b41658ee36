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
# A body with the one character that PostgreSQL cannot keep in jsonb is given by its columns alone.
SQL = r"""
select i.id as item_id, i.person_id, i.source, nullif(i.status, '') as status, nullif(i.category, '') as category, i.code as panel,
       case when part.whole then i.code_system else part.it #>> '{code,coding,0,system}' end as code_system,
       case when part.whole then i.code else part.it #>> '{code,coding,0,code}' end as code,
       case when jsonb_typeof(part.it #> '{valueQuantity,value}') = 'number' and abs((part.it #>> '{valueQuantity,value}')::numeric) < 1e15
            then (part.it #>> '{valueQuantity,value}')::float8
            when jsonb_typeof(part.it -> 'valueInteger') = 'number' then (part.it ->> 'valueInteger')::float8 end as value,
       coalesce(part.it #>> '{valueQuantity,code}', part.it #>> '{valueQuantity,unit}') as unit,
       part.it #>> '{valueCodeableConcept,coding,0,code}' as value_code,
       i.placed_at as taken_at, nullif(i.sensitivity, '') as sensitivity
from records_item i
cross join lateral (select case when strpos(i.body, '\u0000') = 0 then i.body::jsonb else '{}'::jsonb end as body offset 0) b
cross join lateral (
    select true as whole, b.body as it
    union all
    select false, parts.it from jsonb_array_elements(
        case when jsonb_typeof(b.body -> 'component') = 'array' then b.body -> 'component' else '[]'::jsonb end
    ) as parts(it)
) part
where i.kind = 'Observation' and i.person_id is not null
  and (not part.whole or coalesce(jsonb_typeof(b.body -> 'component'), '') <> 'array'
       or part.it ?| array['valueQuantity', 'valueInteger', 'valueCodeableConcept'])
"""
