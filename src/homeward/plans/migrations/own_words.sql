-- Whose own words these are is told by the opening of the record in this very transaction, which the application cannot write
-- itself: so no code path, and no hand that writes SQL, can put words into a person's mouth or take them out.
create function plans_is_author(author uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select o.actor_kind = 'citizen' and o.actor_id = author from gate.opening() o), false)
$$;

create function plans_line_is_theirs() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if new.author_kind in ('citizen', 'proxy') and not plans_is_author(new.author_user) then
        raise exception 'only the person can write a line as their own' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger own_words before insert on plans_line for each row execute function plans_line_is_theirs();

create function plans_change_is_theirs() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    kind text;
    author uuid;
begin
    select author_kind, author_user into kind, author from plans_line where id = new.line_id;
    if kind in ('citizen', 'proxy') and not plans_is_author(author) then
        raise exception 'these are a person''s own words: only they can change them' using errcode = 'insufficient_privilege';
    end if;
    if new.by_kind in ('citizen', 'proxy') and not plans_is_author(new.by_user) then
        raise exception 'only the person can change a line in their own name' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger own_words before insert on plans_linechange for each row execute function plans_change_is_theirs();

create function plans_stance_is_theirs() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if new.by_kind in ('citizen', 'proxy') and not plans_is_author(new.by_user) then
        raise exception 'only the person can agree or dispute in their own name' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger own_words before insert on plans_stance for each row execute function plans_stance_is_theirs();

create trigger stays before update or delete on plans_line for each row execute function plans_stays();
create trigger stays before update or delete on plans_linechange for each row execute function plans_stays();
create trigger stays before update or delete on plans_stance for each row execute function plans_stays();

create function plans_person_of_line(line uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from plans_line where id = line
$$;
