drop function fhir_items_each(bytea[], text[], uuid[], text[], text[], integer[], timestamptz[], uuid[], text[], boolean[], text[], text[], text[], timestamptz);

-- As it was in counted.sql, but each question has one row, whatever it finds: its page as one text, which costs the database and
-- whoever reads it a good deal less than twenty rows of eight values. `page` holds what was found, up to `most`, the latest first, parted
-- by a character that stands in no JSON: id (36 letters), when it came (24), version, a space, and the text as it was received.
-- `found` is how many those are, `last_at` when the last but one of `most` happened, after which a next page begins.
-- The texts are put together in the order in which the innermost question gives them.
create function fhir_items_each(
    tokens bytea[], kinds text[], people uuid[], systems text[], numbers text[], mosts integer[], after_ats timestamptz[],
    after_ids uuid[], whys text[], needs_relation boolean[], cares text[], partners text[], seens text[], at timestamptz
) returns table (n integer, person uuid, total bigint, found bigint, last_at timestamptz, page text)
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

revoke all on function fhir_items_each(bytea[], text[], uuid[], text[], text[], integer[], timestamptz[], uuid[], text[], boolean[], text[], text[], text[], timestamptz) from public;
