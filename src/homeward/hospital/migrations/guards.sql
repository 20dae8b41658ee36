-- What was said about somebody's way home is never unsaid. When two records are joined, a row goes to the other person;
-- nothing else in it changes, ever.
create function hospital_stays_said() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'DELETE' or (to_jsonb(old) - 'person_id') is distinct from (to_jsonb(new) - 'person_id') then
        raise exception 'what was said of a stay is only ever added to' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Whose stay is this? Asked before the record is open; answers with an id and nothing else.
create function hospital_person_of(stay uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from hospital_stay where id = stay
$$;

-- Which stay was told by this source under this id, and whose is it? For feeds, that meet the person on the way.
create function hospital_told(told_by text, told_id text) returns table (id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, s.person_id from hospital_stay s where s.source = told_by and s.source_id = told_id and told_id <> ''
$$;

create trigger stays before update or delete on hospital_criterion for each row execute function hospital_stays_said();
