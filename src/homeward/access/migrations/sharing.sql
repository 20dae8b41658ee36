-- What a person said about sharing, glass that was broken, who acts for whom, copies asked for: all behind the gate;
-- and the gate itself, which now asks the first three before it opens a person.

select gate.protect('access_consent', 'person_id', null, false, false);
select gate.protect('access_glass', 'person_id', null, false, false);
select gate.protect('access_proxy', 'person_id', null, false, false);
select gate.protect('access_export', 'person_id', null, false, false);

-- Information governance reads what it must judge and hand out; it changes nothing this way.
create policy audit_reads on access_consent for select using ((select gate.is_audit()));
create policy audit_reads on access_glass for select using ((select gate.is_audit()));
create policy audit_reads on access_proxy for select using ((select gate.is_audit()));
create policy audit_reads on access_export for select using ((select gate.is_audit()));

alter table access_opening add column glass_id uuid;
create index access_opening_glass on access_opening (glass_id) where glass_id is not null;

-- What stands of what the person said. Asked at a hand-off, before or without the gate: it tells no more than that.
create function gate.said(person uuid) returns table (
    consent_id uuid, kind text, purpose_code text, partner_code text, recorded_at timestamptz
)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.id, c.kind, c.purpose_code, c.partner_code, c.recorded_at from access_consent c
    where c.person_id = person and c.superseded_at is null
$$;

-- For whom may this account act at that moment, and in what? Asked before the gate opens.
create function gate.acts_for(holder uuid, at timestamptz) returns table (
    proxy_id uuid, person_id uuid, relation text, scopes text[], until timestamptz
)
language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, p.person_id, p.relation, p.scopes::text[], p.until from access_proxy p join access_user u on u.id = p.user_id
    where p.user_id = holder and p.ended_at is null and p.granted_at <= at and p.until > at and u.is_active
$$;

-- The glass this account broke for this person, while it stands open.
create function gate.glass(person uuid, actor uuid, at timestamptz) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select g.id from access_glass g
    where g.person_id = person and g.actor_id = actor and g.opened_at <= at and g.until > at
    order by g.until desc limit 1
$$;

-- Whose record was it, whose copy is it? Asked so that the gate can be opened for the right person.
create function gate.person_of_glass(glass uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select g.person_id from access_glass g where g.id = glass
$$;

create function gate.person_of_export(export uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select e.person_id from access_export e where e.id = export
$$;

create function gate.person_of_proxy(proxy uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select p.person_id from access_proxy p where p.id = proxy
$$;

-- Did the person object to being opened for this purpose by any of these partners? An objection to everybody leaves
-- the teams who look after them now, and the partners whom the person named as an exception.
create function gate.objected(person uuid, purpose text, partners text[], teams text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
        select from access_consent c
        where c.person_id = person and c.superseded_at is null and c.kind = 'objection' and c.purpose_code = purpose
          and (
              c.partner_code = any (partners)
              or c.partner_code = '' and not gate.related(person, teams) and not exists (
                  select from access_consent y
                  where y.person_id = person and y.superseded_at is null and y.kind = 'consent'
                    and y.purpose_code = purpose and y.partner_code = any (partners)
              )
          )
    )
$$;

drop function gate.open(text, uuid, uuid, uuid, text, text, text, text, text[], text, text, text, timestamptz, text[]);

-- Opens the gate: writes the access row and remembers its key until the transaction ends. It stays shut and says why
-- after a '!' when the account does not work there; when `related_to` is given, none of those teams looks after the
-- person and the account does not act for them; or when the person objected to `partners` for the purpose `care`.
-- A glass that this account broke and that is still open opens it all the same, and the row says which.
create function gate.open(
    mode text, person uuid, subject uuid, actor uuid, actor_name text, actor_kind text, organisation text, role text,
    teams text[], purpose text, session text, why text, at timestamptz, related_to text[], care text, partners text[]
) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    key text;
    shut text;
    broken uuid;
begin
    if actor_kind = 'staff' and not gate.works(actor, organisation, role, teams, at) then
        shut := '!works';
    elsif related_to is not null and not gate.related(person, related_to)
          and not exists (select from gate.acts_for(actor, at) a where actor_kind = 'citizen' and a.person_id = person) then
        shut := '!related';
    elsif care is not null and gate.objected(person, care, partners, teams) then
        shut := '!objected';
    end if;
    if shut in ('!related', '!objected') and actor_kind = 'staff' then
        broken := gate.glass(person, actor, at);
        if broken is not null then
            shut := null;
        end if;
    end if;
    if shut is not null and person is null then
        return shut;
    end if;
    insert into access_opening (mode, person_id, subject_id, actor_id, actor_name, actor_kind, organisation, role,
                                teams, purpose, session, why, at, glass_id)
    values (case when shut is null then mode else 'refused' end, person, subject, actor, actor_name, actor_kind, organisation, role,
            teams, purpose, session, why, at, broken)
    returning id || ' ' || opened_at::text into key;
    if shut is not null then
        return shut;
    end if;
    perform set_config('homeward.opening', key, true);
    return key;
end $$;

-- Is the opening in force one through broken glass?
create function gate.through_glass() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select o.glass_id is not null from gate.opening() o), false)
$$;

revoke all on all functions in schema gate from public;
