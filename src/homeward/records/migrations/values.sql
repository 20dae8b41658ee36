-- What an Observation holds is read from its text once, when it is kept, and not each time that numbers are counted.
-- A text with the one character that jsonb cannot keep is given by its other columns alone.
create function records_tree(kind text, body text) returns jsonb
language sql immutable parallel safe
return case when kind = 'Observation' and strpos(body, '\u0000') = 0 then body::jsonb end;

-- The number of an Observation or of one part of it, when it has one that is not absurd.
create function records_number(part jsonb) returns double precision
language sql immutable parallel safe
return case when jsonb_typeof(part #> '{valueQuantity,value}') = 'number'
                 and abs((part #>> '{valueQuantity,value}')::numeric) < 1e15
            then round((part #>> '{valueQuantity,value}')::numeric, 300)::float8
            when jsonb_typeof(part -> 'valueInteger') = 'number' and abs((part ->> 'valueInteger')::numeric) < 1e15
            then (part ->> 'valueInteger')::float8 end;

create function records_unit(part jsonb) returns text
language sql immutable parallel safe
return coalesce(part #>> '{valueQuantity,code}', part #>> '{valueQuantity,unit}');

create function records_value_code(part jsonb) returns text
language sql immutable parallel safe
return part #>> '{valueCodeableConcept,coding,0,code}';

-- Of an Observation of several parts each part, and itself first where it has a value of its own; null for all others.
create function records_parts(tree jsonb, code_system text, code text) returns jsonb
language sql immutable parallel safe
return case when jsonb_typeof(tree -> 'component') = 'array' then (
    select coalesce(jsonb_agg(jsonb_build_object(
        'code_system', each.code_system, 'code', each.code, 'number', records_number(each.part),
        'unit', records_unit(each.part), 'value_code', records_value_code(each.part)) order by each.place), '[]')
    from (
        select 0 as place, records_parts.code_system, records_parts.code, tree as part
        where tree ?| array['valueQuantity', 'valueInteger', 'valueCodeableConcept']
        union all
        select part.place, part.it #>> '{code,coding,0,system}', part.it #>> '{code,coding,0,code}', part.it
        from jsonb_array_elements(tree -> 'component') with ordinality as part(it, place)
    ) each
) end;

alter table records_item
    add column number double precision generated always as (records_number(records_tree(kind, body))) stored,
    add column unit text generated always as (records_unit(records_tree(kind, body))) stored,
    add column value_code text generated always as (records_value_code(records_tree(kind, body))) stored,
    add column parts jsonb generated always as (records_parts(records_tree(kind, body), code_system, code)) stored;
