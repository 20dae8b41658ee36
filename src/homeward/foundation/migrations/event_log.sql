-- How is the past kept? Rows are only ever added; each carries a digest; blocks of settled rows are chained.

create table foundation_event (
    position bigint generated always as identity,
    xid bigint not null default (pg_current_xact_id()::text::bigint),
    id uuid not null,
    kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
    at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    person_id uuid,
    subject_kind text not null,
    subject_id uuid not null,
    actor_id uuid,
    actor_name text not null,
    actor_kind text not null,
    organisation text not null,
    role text not null,
    purpose text not null,
    facts jsonb not null default '{}',
    teams text[] not null default '{}',
    digest bytea not null,
    primary key (recorded_at, position)
) partition by range (recorded_at);

create table foundation_event_other partition of foundation_event default;
alter table foundation_event_other enable row level security; -- with no policy: a partition is not read past its parent

create index foundation_event_order on foundation_event (xid, position);
create index foundation_event_person on foundation_event (person_id, at) where person_id is not null;
create index foundation_event_subject on foundation_event (subject_id, at);
create index foundation_event_kind on foundation_event (kind, at);

-- Months are made ahead of need, by the migration and then by the daily job; rows outside them fall in the default.
-- The owner's rights are lent for this one thing: the application may add months, never change or drop one.
create function foundation_event_months(first_month date, months integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    starts date;
    made integer := 0;
begin
    for ahead in 0 .. months - 1 loop
        starts := (date_trunc('month', first_month) + make_interval(months => ahead))::date;
        if to_regclass('foundation_event_' || to_char(starts, 'YYYY_MM')) is null then
            execute format(
                'create table %I partition of foundation_event for values from (%L) to (%L)',
                'foundation_event_' || to_char(starts, 'YYYY_MM'), starts, (starts + interval '1 month')::date
            );
            execute format('alter table %I enable row level security', 'foundation_event_' || to_char(starts, 'YYYY_MM'));
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;

select foundation_event_months(current_date, 3);

create function foundation_event_digest(e foundation_event) returns bytea
language sql immutable as $$
    select sha256(convert_to(jsonb_build_array(
        e.position, e.xid, e.id, e.kind, (extract(epoch from e.at) * 1000000)::bigint,
        (extract(epoch from e.recorded_at) * 1000000)::bigint, e.person_id, e.subject_kind, e.subject_id, e.actor_id,
        e.actor_name, e.actor_kind, e.organisation, e.role, e.purpose, e.facts, to_jsonb(e.teams)
    )::text, 'UTF8'))
$$;

create function foundation_event_stamp() returns trigger
language plpgsql as $$
begin
    new.digest := foundation_event_digest(new);
    return new;
end $$;

create trigger foundation_event_stamp before insert on foundation_event
    for each row execute function foundation_event_stamp();

create function foundation_event_stays() returns trigger
language plpgsql as $$
begin
    raise exception 'the event log is only ever added to';
end $$;

create trigger foundation_event_stays before update or delete on foundation_event
    for each row execute function foundation_event_stays();

create table foundation_block (
    number bigint primary key check (number > 0),
    first_xid bigint not null,
    first_position bigint not null,
    last_xid bigint not null,
    last_position bigint not null,
    events integer not null check (events > 0),
    previous bytea,
    digest bytea not null,
    sealed_at timestamptz not null default clock_timestamp(),
    check ((previous is null) = (number = 1))
);

create trigger foundation_block_stays before update or delete on foundation_block
    for each row execute function foundation_event_stays();

-- One sealer at a time; it takes only rows of transactions that are all over, so their order is final.
create function foundation_seal(most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head foundation_block;
    added integer := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('foundation_seal')) then
        return 0;
    end if;
    select * into head from foundation_block order by number desc limit 1;
    insert into foundation_block
        (number, first_xid, first_position, last_xid, last_position, events, previous, digest)
    select
        coalesce(head.number, 0) + 1,
        (array_agg(e.xid order by e.xid, e.position))[1],
        (array_agg(e.position order by e.xid, e.position))[1],
        (array_agg(e.xid order by e.xid desc, e.position desc))[1],
        (array_agg(e.position order by e.xid desc, e.position desc))[1],
        count(*),
        head.digest,
        sha256(coalesce(head.digest, ''::bytea) || string_agg(e.digest, ''::bytea order by e.xid, e.position))
    from (
        select xid, position, digest from foundation_event
        where (xid, position) > (coalesce(head.last_xid, 0), coalesce(head.last_position, 0))
          and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        order by xid, position
        limit most
    ) e
    having count(*) > 0;
    get diagnostics added = row_count;
    if added = 0 then
        return 0;
    end if;
    return (select events from foundation_block order by number desc limit 1);
end $$;

create function foundation_verify() returns table (block bigint, words text)
language sql security definer set search_path = public, pg_temp as $$
    with chained as (
        select b.*, lag(b.digest) over (order by b.number) as digest_before,
               lag(b.number) over (order by b.number) as number_before,
               lag(b.last_xid) over (order by b.number) as xid_before,
               lag(b.last_position) over (order by b.number) as position_before
        from foundation_block b
    ), recomputed as (
        select c.number,
               count(e.position) as events,
               bool_or(e.digest is distinct from foundation_event_digest(e)) as rewritten,
               sha256(coalesce(c.previous, ''::bytea)
                      || coalesce(string_agg(e.digest, ''::bytea order by e.xid, e.position), ''::bytea)) as digest
        from chained c
        left join foundation_event e
          on (e.xid, e.position) > (coalesce(c.xid_before, 0), coalesce(c.position_before, 0))
         and (e.xid, e.position) <= (c.last_xid, c.last_position)
        group by c.number, c.previous
    )
    select c.number, 'the block before it is missing or was replaced' from chained c
    where c.previous is distinct from c.digest_before or c.number <> coalesce(c.number_before, 0) + 1
    union all
    select c.number, format('it sealed %s events and %s are there now', c.events, r.events)
    from chained c join recomputed r using (number) where c.events <> r.events
    union all
    select r.number, 'an event in it was rewritten' from recomputed r where r.rewritten
    union all
    select c.number, 'its seal does not match its events' from chained c join recomputed r using (number)
    where c.digest <> r.digest
    union all
    -- A dump restored into a new cluster counts transactions from the beginning, and nothing after it would be sealed.
    select b.number, 'it is of a transaction that this database has not reached: was a dump restored here?'
    from foundation_block b where b.last_xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    order by 1
$$;

revoke all on function foundation_event_months(date, integer), foundation_seal(integer), foundation_verify() from public;
