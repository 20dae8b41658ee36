-- What partners' reads need in one question each. They look past row-level security, so each asks the gate itself.

-- Everything we hold that says who a person is, and the latest wording of a partner (the asker's own first), as JSON.
-- Answers only while that person's record is open.
create function fhir_patient(person uuid, asker text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
    select json_build_object(
        'person', row_to_json(p),
        'names', (select coalesce(json_agg(row_to_json(n) order by n.valid_to desc nulls first, n.valid_from desc, n.id desc), '[]')
                  from people_personname n where n.person_id = p.id),
        'identifiers', (select coalesce(json_agg(row_to_json(i) order by i.id), '[]')
                        from people_identifier i where i.person_id = p.id and i.valid_to is null),
        'address', (select row_to_json(a) from people_address a where a.person_id = p.id and a.valid_to is null),
        'contacts', (select coalesce(json_agg(row_to_json(c) order by c.id), '[]')
                     from people_contact c where c.person_id = p.id and c.valid_to is null),
        'kept', (select json_build_object('body', r.body, 'received_at', r.received_at)
                 from records_item r where r.person_id = p.id and r.kind = 'Patient'
                 order by (r.source = asker) desc, r.placed_at desc, r.id limit 1)
    )::text
    from people_person p
    where p.id = person and (person = (select gate.person()) or (select gate.is_job()))
$$;

-- Whose identifier is this? Asked while a search is open. An empty system means any; a number only disputed finds nobody.
create function fhir_people_known_by(system_ text, value_ text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    perform gate.require('search');
    return query
    select distinct i.person_id from people_identifier i
    where i.value = value_ and i.system <> 'disputed-nhs-number'
      and (system_ = '' or i.system = system_) and i.valid_to is null
    limit 20;
end $$;

revoke all on function fhir_patient(uuid, text) from public;
revoke all on function fhir_people_known_by(text, text) from public;
