drop function fhir_items_each(bytea[], text[], uuid[], text[], text[], integer[], text[], boolean[], text[], text[], text[], timestamptz);

-- A person's partners' resources of one kind, the latest first, up to as many as were asked for: from the first, or (`after_at`,
-- `after_id`) from the one after which a page begins. On the last of so many, and on the first of a page that follows, stands how
-- many there are in all when there are no more than 200 (FHIR R4 lets a total be left out: counting thousands costs more than the
-- page); `placed_at` only where a page may end. A question that finds nothing has one row without an id.
create function fhir_items_each(
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
               select nullif(count(*), 201) from (
                   select from records_item r where r.person_id = a.person and r.kind = a.kind and r.sensitivity = any (a.may) limit 201
               ) counted
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

revoke all on function fhir_items_each(bytea[], text[], uuid[], text[], text[], integer[], timestamptz[], uuid[], text[], boolean[], text[], text[], text[], timestamptz) from public;

-- The person with this id, or the one whom it leads on to; null when it is nobody's. An id for an id: it opens nothing.
create function fhir_person_with(asked uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select people_current(p.id) from people_person p where p.id = asked
$$;

revoke all on function fhir_person_with(uuid) from public;
