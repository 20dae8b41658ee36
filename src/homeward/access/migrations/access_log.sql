-- Who looked at what, and why? One row for each opening of the gate; months are made ahead, as for the event log.

create table access_opening (
    id bigint generated always as identity,
    opened_at timestamptz not null default clock_timestamp(),
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    mode text not null check (mode in ('person', 'link', 'worklist', 'search', 'audit', 'job', 'refused')),
    person_id uuid,
    subject_id uuid,
    actor_id uuid,
    actor_name text not null,
    actor_kind text not null,
    organisation text not null,
    role text not null,
    teams text[] not null default '{}',
    purpose text not null,
    session text not null,
    why text not null check (why <> ''),
    primary key (opened_at, id),
    check ((mode in ('person', 'link', 'refused')) = (person_id is not null)),
    check (mode <> 'link' or subject_id is not null)
) partition by range (opened_at);

create table access_opening_other partition of access_opening default;
alter table access_opening_other enable row level security;

create index access_opening_person on access_opening (person_id, at) where person_id is not null;
create index access_opening_newest on access_opening (at desc, id desc);
create index access_opening_actor on access_opening (actor_id, at) where actor_id is not null;

-- A partition carries row-level security of its own with no policy, so that it cannot be read past its parent's.
create function access_opening_months(first_month date, months integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    starts date;
    name text;
    made integer := 0;
begin
    for ahead in 0 .. months - 1 loop
        starts := (date_trunc('month', first_month) + make_interval(months => ahead))::date;
        name := 'access_opening_' || to_char(starts, 'YYYY_MM');
        if to_regclass(name) is null then
            execute format(
                'create table %I partition of access_opening for values from (%L) to (%L)',
                name, starts, (starts + interval '1 month')::date
            );
            execute format('alter table %I enable row level security', name);
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;

select access_opening_months(current_date, 3);

create function access_opening_stays() returns trigger
language plpgsql as $$
begin
    raise exception 'the access log is only ever added to';
end $$;

create trigger access_opening_stays before update or delete on access_opening
    for each row execute function access_opening_stays();
