-- Answered before the record is open, with an id and nothing else. No row: there is no such call.
create function front_door_person_of_call(call uuid, out person_id uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select c.person_id from front_door_call c where c.id = call
$$;
create function front_door_person_of_arrival(arrival uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from front_door_arrival where id = arrival
$$;
create function front_door_person_of_outcome(outcome uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from front_door_outcomecheck where id = outcome
$$;
create function front_door_call_with_key(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select id from front_door_call where key = wanted
$$;
create function front_door_arrival_with_key(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select id from front_door_arrival where key = wanted
$$;

-- What was signed, meant, decided or heard stays as it was written; only whose record it stands in may change.
create function front_door_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'DELETE' or to_jsonb(new) - 'person_id' is distinct from to_jsonb(old) - 'person_id' then
        raise exception 'what was written in % stays', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays before update or delete on front_door_advice for each row execute function front_door_stays();
create trigger stays before update or delete on front_door_safetycheck for each row execute function front_door_stays();
create trigger stays before update or delete on front_door_intention for each row execute function front_door_stays();
create trigger stays before update or delete on front_door_decision for each row execute function front_door_stays();

-- What the caller asked, and what was meant before anybody advised, stays too.
create function front_door_call_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
    moves text[] := array['person_id', 'advised_at', 'outcome_code', 'outcome_title', 'outcome_hospital', 'referral_id',
                          'safety_due_at', 'ended_words', 'ended_at', 'eligible', 'eligible_words'];
begin
    if to_jsonb(new) - moves is distinct from to_jsonb(old) - moves then
        raise exception 'what was asked and meant on a call stays' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays before update on front_door_call for each row execute function front_door_call_stays();

-- An arrival repeats its intention once and then for good; and nobody decides before it is written.
create function front_door_arrival_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
    moves text[] := array['person_id', 'decided_at', 'decided_title', 'decided_hospital'];
    meant text[] := array['intended_at', 'intended_title', 'intended_hospital'];
begin
    if old.intended_at is null then
        moves := moves || meant;
    end if;
    if to_jsonb(new) - moves is distinct from to_jsonb(old) - moves then
        raise exception 'what was meant at an arrival stays' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays before update on front_door_arrival for each row execute function front_door_arrival_stays();

create function front_door_meant_first() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select from front_door_intention i where i.arrival_id = new.arrival_id) then
        raise exception 'what was meant is written before what is decided' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger meant_first before insert on front_door_decision for each row execute function front_door_meant_first();

-- What was found is not found again otherwise.
create function front_door_outcome_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if old.state = 'found' and to_jsonb(new) - 'person_id' is distinct from to_jsonb(old) - 'person_id' then
        raise exception 'an outcome that was found stays' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stays before update on front_door_outcomecheck for each row execute function front_door_outcome_stays();
