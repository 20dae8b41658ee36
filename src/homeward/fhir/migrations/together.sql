-- Partners' questions that came at the same moment, answered by one statement: the token of each verified and its record opened
-- by gate.open_each, then read. They run with the owner's rights, so each reads only rows of a person whom the gate has just opened
-- for that very question. `n` is the number of the question, from 1; a question without a row is answered the long way.
drop function fhir_straight_item(bytea, text, uuid, text, timestamptz, boolean, text, text[], text[]);
drop function fhir_straight_patient(bytea, uuid, text, text, text, timestamptz, boolean, text, text[], text);
drop function fhir_straight_items(bytea, text, uuid, text, text, integer, text, timestamptz, boolean, text, text[], text[]);
drop function fhir_opened(bytea, uuid, text, timestamptz, boolean, text, text[]);

-- Everything we hold that says who a person is, and the latest wording of a partner (the asker's own first), as JSON.
-- It runs with the rights of whoever asks, so that it can be planned as part of the question: row-level security holds for anybody else.
create function fhir_told(person uuid, asker text) returns table (body text)
language sql stable as $$
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
    from people_person p where p.id = person
$$;

create or replace function fhir_patient(person uuid, asker text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
    select t.body from fhir_told(person, asker) t where person = (select gate.person()) or (select gate.is_job())
$$;

-- The person meant by an id or, without one, by an identifier that only they have. Nobody when their record leads on to another.
create function fhir_meant(person uuid, system_ text, value_ text) returns uuid
language sql stable as $$
    select p.id from people_person p
    where p.joined_to is null and p.id = case when person is not null then person else (
        select (array_agg(k.person_id))[1] from (
            select distinct i.person_id from people_identifier i
            where i.value = value_ and (system_ = '' or i.system = system_)
              and i.system <> 'disputed-nhs-number' and i.valid_to is null limit 2
        ) k having count(*) = 1
    ) end
$$;

-- One partner's resource about a person, by its id.
create function fhir_item_each(
    tokens bytea[], kinds text[], items uuid[], whys text[], needs_relation boolean[], cares text[], partners text[], seens text[],
    at timestamptz
) returns table (n integer, id uuid, body text, version integer, received_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    persons uuid[];
    opened integer[];
begin
    persons := array(
        select (select r.person_id from records_item r join people_person p on p.id = r.person_id
                where r.id = a.item and r.kind = a.kind and r.sensitivity = any (a.seen::text[]) and p.joined_to is null)
        from unnest(items, kinds, seens) with ordinality as a (item, kind, seen, n) order by a.n
    );
    opened := array(select gate.open_each(tokens, persons, whys, needs_relation, cares, partners, at));
    return query
    select a.n::integer, r.id, r.body, r.version, r.received_at
    from unnest(items, kinds, persons, seens) with ordinality as a (item, kind, person, seen, n)
    join records_item r on r.id = a.item and r.person_id = a.person and r.kind = a.kind and r.sensitivity = any (a.seen::text[])
    where a.n = any (opened);
end $$;

-- One person as a Patient, by id or by an identifier that only they have.
create function fhir_patient_each(
    tokens bytea[], people uuid[], systems text[], numbers text[], whys text[], needs_relation boolean[], cares text[],
    partners text[], askers text[], at timestamptz
) returns table (n integer, id uuid, body text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    persons uuid[];
    opened integer[];
begin
    persons := array(
        select fhir_meant(a.person, a.system, a.number)
        from unnest(people, systems, numbers) with ordinality as a (person, system, number, n) order by a.n
    );
    opened := array(select gate.open_each(tokens, persons, whys, needs_relation, cares, partners, at));
    return query
    select a.n::integer, a.person, t.body
    from unnest(persons, askers) with ordinality as a (person, asker, n) cross join lateral fhir_told(a.person, a.asker) t
    where a.n = any (opened);
end $$;

-- A person's partners' resources of one kind, the latest first: up to as many as were asked for, and on the last of so many how
-- many there are in all; `placed_at` only where a page may end. A question that finds nothing has one row without an id.
create function fhir_items_each(
    tokens bytea[], kinds text[], people uuid[], systems text[], numbers text[], mosts integer[], whys text[],
    needs_relation boolean[], cares text[], partners text[], seens text[], at timestamptz
) returns table (n integer, person uuid, total bigint, id uuid, body text, version integer, received_at timestamptz, placed_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    persons uuid[];
    opened integer[];
begin
    persons := array(
        select fhir_meant(a.person, a.system, a.number)
        from unnest(people, systems, numbers) with ordinality as a (person, system, number, n) order by a.n
    );
    opened := array(select gate.open_each(tokens, persons, whys, needs_relation, cares, partners, at));
    return query
    select a.n::integer, a.person, case when f.place = a.most then (
               select count(*) from records_item r where r.person_id = a.person and r.kind = a.kind and r.sensitivity = any (a.may)
           ) end, f.id, f.body, f.version, f.received_at, case when f.place >= a.most - 1 then f.placed_at end
    from (
        select u.*, u.seen::text[] as may from unnest(persons, kinds, mosts, seens) with ordinality as u (person, kind, most, seen, n)
        offset 0
    ) a
    left join lateral (
        select r.id, r.body, r.version, r.received_at, r.placed_at, row_number() over (order by r.placed_at desc, r.id) as place
        from records_item r where r.person_id = a.person and r.kind = a.kind and r.sensitivity = any (a.may)
        order by r.placed_at desc, r.id limit a.most
    ) f on true
    where a.n = any (opened)
    order by a.n, f.place;
end $$;

revoke all on function fhir_told(uuid, text) from public;
revoke all on function fhir_meant(uuid, text, text) from public;
revoke all on function fhir_item_each(bytea[], text[], uuid[], text[], boolean[], text[], text[], text[], timestamptz) from public;
revoke all on function fhir_patient_each(bytea[], uuid[], text[], text[], text[], boolean[], text[], text[], text[], timestamptz) from public;
revoke all on function fhir_items_each(bytea[], text[], uuid[], text[], text[], integer[], text[], boolean[], text[], text[], text[], timestamptz) from public;
