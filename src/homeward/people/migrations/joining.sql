-- Two records were found to be one person: what the database holds while one is joined to the other, and after.

-- Which id is used now for this one? Followed to the end; an id that was never joined answers itself.
create function people_current(person uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    with recursive path (id, next, step) as (
        select p.id, p.joined_to, 1 from people_person p where p.id = person
        union all
        select p.id, p.joined_to, path.step + 1 from path join people_person p on p.id = path.next where path.step < 50
    )
    select coalesce((select id from path where next is null), person)
$$;

-- The ids whose records were joined into this one, at whatever remove; without itself.
create function people_joined_into(person uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
    with recursive path (id, step) as (
        select p.id, 1 from people_person p where p.joined_to = person
        union all
        select p.id, path.step + 1 from path join people_person p on p.joined_to = path.id where path.step < 50
    )
    select coalesce(array_agg(id), '{}') from path
$$;

-- A record that was joined to another opens no more: the opening is written down as refused, and so shows nothing.
create function people_opens_no_more() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from people_person p where p.id = new.person_id and p.joined_to is not null) then
        new.mode := 'refused';
    end if;
    return new;
end $$;

create trigger people_opens_no_more before insert on access_opening for each row
    when (new.mode in ('person', 'link')) execute function people_opens_no_more();

-- Whoever opens a person reads what happened under the ids that were joined into theirs, and who looked then.
create policy joined_reads on foundation_event for select
    using (person_id = any ((select people_joined_into(gate.person()))::uuid[]));
create policy joined_reads on access_opening for select
    using (person_id = any ((select people_joined_into(gate.person()))::uuid[]));

-- Have both people been opened, each by its own row of the access log, in this very transaction? Nothing else may span two.
create function gate.both_open(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select one <> other and 2 = (
        select count(distinct o.person_id) from access_opening o
        where o.person_id in (one, other) and o.mode = 'person' and o.opened_at >= transaction_timestamp()
          and o.xid = pg_current_xact_id_if_assigned()
    )
$$;

-- For triggers that hold rows still: does this update only carry the row from one of two open people to the other?
create function gate.carried(was jsonb, now jsonb) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select was - 'person_id' = now - 'person_id' and gate.both_open((was->>'person_id')::uuid, (now->>'person_id')::uuid)
$$;

-- Carries rows of one table from one person to another, both open: all of them, or those with the given keys. A row that
-- the other has already in the same words (a unique constraint says so) stays where it is. Answers the keys carried.
create function gate.carry(target regclass, origin uuid, goal uuid, wanted text[]) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    one text;
begin
    if not gate.both_open(origin, goal) then
        raise exception 'two people must both be open' using errcode = 'insufficient_privilege';
    end if;
    if target in ('foundation_event'::regclass, 'access_opening'::regclass, 'people_merge'::regclass, 'people_carried'::regclass)
       or (select c.relnamespace from pg_class c where c.oid = target) <> 'public'::regnamespace then
        raise exception '% is not carried', target using errcode = 'insufficient_privilege';
    end if;
    for one in execute format(
        'select id::text from %s where person_id = $1 and ($2 is null or id::text = any ($2)) order by id for update', target
    ) using origin, wanted loop
        begin
            execute format('update %s set person_id = $1 where id::text = $2', target) using goal, one;
            return next one;
        exception when unique_violation then
            null;
        end;
    end loop;
end $$;

-- Parts what was joined: the other id opens again. For whoever has the kept person open; the merge must stand.
create function people_part(merge uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    lost uuid;
begin
    select m.lost_id into lost from people_merge m
    where m.id = merge and m.undone_at is null and m.person_id = gate.person();
    if lost is null then
        raise exception 'that merge does not stand, or its person is not open' using errcode = 'insufficient_privilege';
    end if;
    update people_person set joined_to = null where id = lost;
end $$;

-- Whose record must be opened to undo this merge, or to decide this pair? Ids and nothing else.
create function people_of_merge(merge uuid) returns table (kept uuid, lost uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select m.person_id, m.lost_id from people_merge m where m.id = merge
$$;

create function people_of_pair(pair uuid) returns table (one uuid, other uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select p.person_id, p.other_id from people_matchpair p where p.id = pair
$$;

-- The pairs that wait for a reviewer (or were decided so), likeliest first. A search must be open.
create function gate.match_pairs(wanted text, most integer, skipped integer) returns table (
    pair uuid, one uuid, other uuid, one_family text, one_given text, one_born date, other_family text, other_given text,
    other_born date, weight double precision, signs text, restricted boolean, died boolean, found_at timestamptz,
    decided_at timestamptz, decided_by text, reason text, merge uuid, in_all bigint
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    perform gate.require('search');
    return query
    select m.id, a.id, b.id, n.family, n.given, a.birth_date, o.family, o.given, b.birth_date, m.weight, m.signs,
           a.restricted or b.restricted, a.death_at is not null or b.death_at is not null, m.found_at, m.decided_at,
           m.decided_by, m.reason, m.merge_id, count(*) over ()
    from people_matchpair m
    join people_person a on a.id = m.person_id
    join people_person b on b.id = m.other_id
    left join people_personname n on n.person_id = a.id and n.use = 'usual' and n.valid_to is null
    left join people_personname o on o.person_id = b.id and o.use = 'usual' and o.valid_to is null
    where m.state = wanted and (wanted = 'same' or (a.joined_to is null and b.joined_to is null))
    order by case when wanted in ('waiting', 'unsure') then m.weight end desc, m.decided_at desc nulls last, m.id
    limit most offset skipped;
end $$;

revoke all on function gate.both_open(uuid, uuid) from public;
revoke all on function gate.carried(jsonb, jsonb) from public;
revoke all on function gate.carry(regclass, uuid, uuid, text[]) from public;
revoke all on function gate.match_pairs(text, integer, integer) from public;
