-- What was submitted stays as it was. Whose a row is may follow the person when two records are found to be one.
create function exchange_submitted_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if old.state = 'submitted' then
        raise exception 'a submitted return never changes' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger exchange_nationalreturn_stays before update or delete on exchange_nationalreturn
for each row execute function exchange_submitted_stays();

create function exchange_submitted_part_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(old) - 'person_id' = to_jsonb(new) - 'person_id' then
        return new;
    end if;
    if exists (select from exchange_nationalreturn r where r.id = old.national_return_id and r.state = 'submitted') then
        raise exception 'a submitted return never changes' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger exchange_returnrow_stays before update or delete on exchange_returnrow
for each row execute function exchange_submitted_part_stays();
create trigger exchange_returntable_stays before update or delete on exchange_returntable
for each row execute function exchange_submitted_part_stays();
create trigger exchange_returnresult_stays before update or delete on exchange_returnresult
for each row execute function exchange_submitted_part_stays();
create trigger exchange_returnfault_stays before update or delete on exchange_returnfault
for each row execute function exchange_submitted_part_stays();

create function exchange_submitted_takes_no_more() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (select from exchange_nationalreturn r join added a on a.national_return_id = r.id where r.state = 'submitted') then
        raise exception 'a submitted return never changes' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger exchange_returnrow_no_more after insert on exchange_returnrow referencing new table as added
for each statement execute function exchange_submitted_takes_no_more();
