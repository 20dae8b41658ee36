-- The gate as it was, but it looks whether there is any objection at all before it asks what it says: most people have
-- none, and every reading of every record passes here.

-- Opens the gate: writes the access row and remembers its key until the transaction ends. It stays shut and says why
-- after a '!' when the account does not work there; when `related_to` is given, none of those teams looks after the
-- person and the account does not act for them; or when the person objected to `partners` for the purpose `care`.
-- A glass that this account broke and that is still open opens it all the same, and the row says which.
create or replace function gate.open(
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
    elsif care is not null
          and exists (
              select from access_consent c
              where c.person_id = person and c.superseded_at is null and c.kind = 'objection'
          )
          and gate.objected(person, care, partners, teams) then
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

