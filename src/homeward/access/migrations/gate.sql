-- What may this transaction see? Only what an access row written in this same transaction has opened.
-- Everything here runs with the owner's rights, because the application may neither write nor read the log by itself.

create schema gate;

-- Does this account work there, in that role and with those teams, at that moment?
create function gate.works(actor uuid, organisation text, role text, teams text[], at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from access_membership m join access_user u on u.id = m.user_id
        where m.user_id = actor and m.organisation_code = organisation and m.role_code = role
          and m.team_codes::text[] @> teams and m.started_at <= at and (m.ended_at is null or m.ended_at > at)
          and u.is_active
    )
$$;

-- Does one of these teams look after this person? Asked before the gate opens.
create function gate.related(person uuid, teams text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from access_relationship r
        where r.person_id = person and r.team_code = any (teams) and r.ended_at is null
    )
$$;

-- Opens the gate: writes the access row and remembers its key until the transaction ends. It stays shut and says why
-- after a '!' when the account does not work there, or when `related_to` is given and none of those teams looks after
-- the person; that somebody tried to open a person is then written down too.
create function gate.open(
    mode text, person uuid, subject uuid, actor uuid, actor_name text, actor_kind text, organisation text, role text,
    teams text[], purpose text, session text, why text, at timestamptz, related_to text[]
) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    key text;
    shut text;
begin
    if actor_kind = 'staff' and not gate.works(actor, organisation, role, teams, at) then
        shut := '!works';
    elsif related_to is not null and not gate.related(person, related_to) then
        shut := '!related';
    end if;
    if shut is not null and person is null then
        return shut;
    end if;
    insert into access_opening (mode, person_id, subject_id, actor_id, actor_name, actor_kind, organisation, role,
                                teams, purpose, session, why, at)
    values (case when shut is null then mode else 'refused' end, person, subject, actor, actor_name, actor_kind, organisation, role,
            teams, purpose, session, why, at)
    returning id || ' ' || opened_at::text into key;
    if shut is not null then
        return shut;
    end if;
    perform set_config('homeward.opening', key, true);
    return key;
end $$;

-- The opening that is in force: the setting names it, and it must have been written by this very transaction.
create function gate.opening() returns access_opening
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    key text := current_setting('homeward.opening', true);
    found access_opening;
begin
    if key is null or key = '' then
        return null;
    end if;
    select o.* into found from access_opening o
    where o.opened_at = substr(key, strpos(key, ' ') + 1)::timestamptz
      and o.id = split_part(key, ' ', 1)::bigint
      and o.xid = pg_current_xact_id_if_assigned();
    return found;
end $$;

create function gate.person() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select o.person_id from gate.opening() o where o.mode in ('person', 'link')
$$;

create function gate.subject() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select o.subject_id from gate.opening() o where o.mode = 'link'
$$;

create function gate.teams() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
    select o.teams from gate.opening() o where o.mode = 'worklist'
$$;

create function gate.is_job() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select o.mode = 'job' from gate.opening() o), false)
$$;

create function gate.is_audit() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select o.mode = 'audit' from gate.opening() o), false)
$$;

-- For functions that must look past row-level security (people search): they call this first.
create function gate.require(wanted text) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    if (select o.mode from gate.opening() o) is distinct from wanted then
        raise exception 'the gate is not open for %', wanted using errcode = 'insufficient_privilege';
    end if;
end $$;

-- Takes rights on a table from everyone but its owner.
create function gate.deny(target regclass, rights text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
    holder record;
begin
    for holder in
        select distinct case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as name
        from pg_class c, aclexplode(c.relacl) a
        where c.oid = target and a.grantee <> c.relowner
    loop
        execute format('revoke %s on table %s from %s', rights, target, holder.name);
    end loop;
end $$;

-- Puts a table about people behind the gate. Written so that each function runs once for a whole query.
create function gate.protect(
    target regclass, person_column text, subject_column text, nobody_visible boolean, removable boolean
) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
    person text := format('%s.%I', target, person_column);
    mine text := format('%s = (select gate.person())', person);
    seen text;
begin
    if subject_column is not null then
        mine := format('(%s and coalesce(%s.%I = (select gate.subject()), (select gate.subject()) is null))',
                       mine, target, subject_column);
    end if;
    mine := mine || ' or (select gate.is_job())';
    if nobody_visible then
        mine := format('%s is null or %s', person, mine);
    end if;
    seen := format(
        '%s or exists (select from access_relationship r where r.person_id = %s'
        ' and r.team_code = any ((select gate.teams())::text[]) and r.ended_at is null)', mine, person
    );
    execute format('alter table %s enable row level security', target);
    execute format('create policy gate_reads on %s for select using (%s)', target, seen);
    execute format('create policy gate_adds on %s for insert with check (%s)', target, mine);
    execute format('create policy gate_changes on %s for update using (%s) with check (%s)', target, mine, mine);
    if removable then
        execute format('create policy gate_removes on %s for delete using (%s)', target, mine);
    else
        perform gate.deny(target, 'delete');
    end if;
    perform gate.deny(target, 'truncate');
end $$;

revoke all on all functions in schema gate from public;
revoke all on function access_opening_months(date, integer) from public;
