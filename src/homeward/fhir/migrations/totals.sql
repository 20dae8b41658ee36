-- A person's partners' resources of one kind, the latest first: up to as many as were asked for, and on the last of so many how
-- many there are in all when there are no more than 200 (FHIR R4 lets a total be left out: counting thousands costs more than the page);
-- `placed_at` only where a page may end. A question that finds nothing has one row without an id.
create or replace function fhir_items_each(
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
               select nullif(count(*), 201) from (
                   select from records_item r where r.person_id = a.person and r.kind = a.kind and r.sensitivity = any (a.may) limit 201
               ) counted
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
