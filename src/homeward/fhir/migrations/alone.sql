-- The person, when all that is held of this kind about them is what partners sent; null when a part may be ours, which the long way
-- puts together. Of observations: when nothing was measured of them on a virtual ward, and nothing was answered on a form here.
create function fhir_sent_alone(kind text, person uuid) returns uuid
language sql stable as $$
    select case when kind <> 'Observation'
                  or not exists (select from monitoring_observationset o where o.person_id = person)
                     and not exists (select from visits_answer a where a.person_id = person)
                then person end
$$;

revoke all on function fhir_sent_alone(text, uuid) from public;

-- As it was in paged.sql, but for whom it is asked: a question that is not for the short way has no person, and opens nothing.
create or replace function fhir_items_each(
    tokens bytea[], kinds text[], people uuid[], systems text[], numbers text[], mosts integer[], after_ats timestamptz[],
    after_ids uuid[], whys text[], needs_relation boolean[], cares text[], partners text[], seens text[], at timestamptz
) returns table (n integer, person uuid, total bigint, found bigint, last_at timestamptz, page text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    persons uuid[];
    opened integer[];
begin
    persons := array(
        select fhir_sent_alone(a.kind, fhir_meant(a.person, a.system, a.number))
        from unnest(people, systems, numbers, kinds) with ordinality as a (person, system, number, kind, n) order by a.n
    );
    opened := array(select gate.open_each(tokens, persons, whys, needs_relation, cares, partners, at));
    return query
    select a.n::integer, a.person, case when f.found = a.most or a.after_id is not null then (
               select nullif(least(c.every - h.hidden, 201), 201)
               from (
                   select count(*) as hidden from records_item r
                   where r.person_id = a.person and r.kind = a.kind and r.sensitivity <> '' and r.sensitivity <> all (a.may)
               ) h
               cross join lateral (
                   select count(*) as every
                   from (select from records_item r where r.person_id = a.person and r.kind = a.kind limit 201 + h.hidden) k
               ) c
           ) end, f.found, f.places[a.most - 1], f.page
    from (
        select u.*, u.seen::text[] as may
        from unnest(persons, kinds, mosts, after_ats, after_ids, seens)
             with ordinality as u (person, kind, most, after_at, after_id, seen, n)
        offset 0
    ) a
    cross join lateral (
        select count(*) as found, array_agg(k.placed_at) as places, string_agg(k.told, E'\x1e') as page
        from (
            select r.placed_at, r.id || to_char(r.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                   || r.version || ' ' || r.body as told
            from records_item r
            where r.person_id = a.person and r.kind = a.kind and r.sensitivity = any (a.may)
              and r.placed_at <= coalesce(a.after_at, 'infinity')
              and (a.after_at is null or r.placed_at < a.after_at or r.id > a.after_id)
            order by r.placed_at desc, r.id limit a.most
        ) k
    ) f
    where a.n = any (opened);
end $$;
