-- Answered before the record is open, with an id and nothing else.
create function plans_person_of_response(response uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from plans_questionnaireresponse where id = response
$$;

-- A row once written stays as it is; only whose record it stands in may change, when two records are found to be one person.
create function plans_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'person_id' is distinct from to_jsonb(old) - 'person_id' then
        raise exception 'what was written in % stays', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger stays before update or delete on plans_entry for each row execute function plans_stays();
