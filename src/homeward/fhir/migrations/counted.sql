-- As it was in following.sql, but how many there are in all is counted in the index alone, less the few that are sensitive and not
-- for this reader: read one by one to be counted, two hundred resources cost more than the twenty of a page.
create or replace function fhir_items_each(
    tokens bytea[], kinds text[], people uuid[], systems text[], numbers text[], mosts integer[], after_ats timestamptz[],
    after_ids uuid[], whys text[], needs_relation boolean[], cares text[], partners text[], seens text[], at timestamptz
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
    select a.n::integer, a.person, case when f.place = a.most or a.after_id is not null and coalesce(f.place, 1) = 1 then (
               select nullif(least(c.every - h.hidden, 201), 201)
               from (
                   select count(*) as hidden from records_item r
                   where r.person_id = a.person and r.kind = a.kind and r.sensitivity <> '' and r.sensitivity <> all (a.may)
               ) h
               cross join lateral (
                   select count(*) as every
                   from (select from records_item r where r.person_id = a.person and r.kind = a.kind limit 201 + h.hidden) k
               ) c
           ) end, f.id, f.body, f.version, f.received_at, case when f.place >= a.most - 1 then f.placed_at end
    from (
        select u.*, u.seen::text[] as may
        from unnest(persons, kinds, mosts, after_ats, after_ids, seens)
             with ordinality as u (person, kind, most, after_at, after_id, seen, n)
        offset 0
    ) a
    left join lateral (
        select r.id, r.body, r.version, r.received_at, r.placed_at, row_number() over (order by r.placed_at desc, r.id) as place
        from records_item r
        where r.person_id = a.person and r.kind = a.kind and r.sensitivity = any (a.may)
          and r.placed_at <= coalesce(a.after_at, 'infinity') and (a.after_at is null or r.placed_at < a.after_at or r.id > a.after_id)
        order by r.placed_at desc, r.id limit a.most
    ) f on true
    where a.n = any (opened)
    order by a.n, f.place;
end $$;
