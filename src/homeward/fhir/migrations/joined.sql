-- Opens one person's record for the holder of a token. '' when it is open; else why not ('!token', '!related', '!joined' …).
create or replace function fhir_opened(
    token bytea, person uuid, why text, at timestamptz, needs_relation boolean, care text, partners text[]
) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    held record;
    key text;
begin
    select t.id, c.id as client, c.name, c.organisation_code, c.role_code into held
    from access_apitoken t join access_apiclient c on c.id = t.client_id
    where t.digest = token and t.expires_at > at and c.closed_at is null;
    if not found then
        return '!token';
    end if;
    if exists (select from people_person p where p.id = person and p.joined_to is not null) then
        return '!joined';  -- the record leads on to another, which the long way says
    end if;
    key := gate.open('person', person, null, held.client, held.name, 'partner', held.organisation_code, held.role_code,
                     array[held.organisation_code::text], 'direct care', held.id::text, why, at,
                     case when needs_relation then array[held.organisation_code::text] end, care, partners);
    return case when key like '!%' then key else '' end;
end $$;
