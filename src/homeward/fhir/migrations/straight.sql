-- A partner's most frequent questions, each in one question to the database: whose token is this, open the gate, read.
-- They run with the owner's rights, so each reads only rows of the person whose record gate.open has just opened here.

-- Opens one person's record for the holder of a token. '' when it is open; else why not ('!token', '!related', …).
create function fhir_opened(
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
    key := gate.open('person', person, null, held.client, held.name, 'partner', held.organisation_code, held.role_code,
                     array[held.organisation_code::text], 'direct care', held.id::text, why, at,
                     case when needs_relation then array[held.organisation_code::text] end, care, partners);
    return case when key like '!%' then key else '' end;
end $$;

-- One partner's resource about a person, by its id.
create function fhir_straight_item(
    token bytea, kind_ text, item uuid, why text, at timestamptz, needs_relation boolean, care text, partners text[], seen text[],
    out said text, out body text, out version integer, out received_at timestamptz
) language plpgsql security definer set search_path = public, pg_temp as $$
declare
    person uuid;
begin
    select r.person_id into person from records_item r where r.id = item and r.kind = kind_;
    if person is null then
        said := '!none';
        return;
    end if;
    said := fhir_opened(token, person, why, at, needs_relation, care, partners);
    if said = '' then
        select r.body, r.version, r.received_at into body, version, received_at
        from records_item r where r.id = item and r.person_id = person and r.sensitivity = any (seen);
        if not found then
            said := '!none';
        end if;
    end if;
end $$;

-- One person as a Patient, by id or by an identifier that only they have.
create function fhir_straight_patient(
    token bytea, person uuid, system_ text, value_ text, why text, at timestamptz, needs_relation boolean, care text,
    partners text[], asker text, out said text, out body text
) language plpgsql security definer set search_path = public, pg_temp as $$
declare
    named uuid[];
begin
    if person is null then
        named := array(select distinct i.person_id from people_identifier i
                       where i.value = value_ and (system_ = '' or i.system = system_)
                         and i.system <> 'disputed-nhs-number' and i.valid_to is null limit 2);
        person := case when cardinality(named) = 1 then named[1] end;
    else
        person := (select p.id from people_person p where p.id = person);
    end if;
    if person is null then
        said := '!none';
        return;
    end if;
    said := fhir_opened(token, person, why, at, needs_relation, care, partners);
    if said = '' then
        body := fhir_patient(person, asker);
    end if;
end $$;

-- A person's partners' resources of one kind, the latest first: one more than a page holds, and how many there are.
create function fhir_straight_items(
    token bytea, kind_ text, person uuid, system_ text, value_ text, most integer, why text, at timestamptz,
    needs_relation boolean, care text, partners text[], seen text[]
) returns table (said text, total bigint, id uuid, body text, version integer, received_at timestamptz, placed_at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    named uuid[];
    opened text;
    found_ bigint;
begin
    if person is null then
        named := array(select distinct i.person_id from people_identifier i
                       where i.value = value_ and (system_ = '' or i.system = system_)
                         and i.system <> 'disputed-nhs-number' and i.valid_to is null limit 2);
        person := case when cardinality(named) = 1 then named[1] end;
    end if;
    opened := case when person is null then '!none' else fhir_opened(token, person, why, at, needs_relation, care, partners) end;
    if opened <> '' then
        return query select opened, 0::bigint, null::uuid, null::text, null::integer, null::timestamptz, null::timestamptz;
        return;
    end if;
    return query
    select '', 0::bigint, r.id, r.body, r.version, r.received_at, r.placed_at from records_item r
    where r.person_id = person and r.kind = kind_ and r.sensitivity = any (seen)
    order by r.placed_at desc, r.id limit most;
    get diagnostics found_ = row_count;
    if found_ >= most then
        found_ := (select count(*) from records_item r
                   where r.person_id = person and r.kind = kind_ and r.sensitivity = any (seen));
    end if;
    return query select '#', found_, null::uuid, null::text, null::integer, null::timestamptz, null::timestamptz;
end $$;

revoke all on function fhir_opened(bytea, uuid, text, timestamptz, boolean, text, text[]) from public;
revoke all on function fhir_straight_item(bytea, text, uuid, text, timestamptz, boolean, text, text[], text[]) from public;
revoke all on function fhir_straight_patient(bytea, uuid, text, text, text, timestamptz, boolean, text, text[], text) from public;
revoke all on function fhir_straight_items(bytea, text, uuid, text, text, integer, text, timestamptz, boolean, text, text[], text[]) from public;
