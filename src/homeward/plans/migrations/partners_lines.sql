-- A partner's line changes only with what the partner sends, and what a partner sends changes no other line.
create function plans_change_is_partners() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    kind text;
begin
    select author_kind into kind from plans_line where id = new.line_id;
    if (kind = 'partner') is distinct from (new.by_kind = 'partner') then
        raise exception 'a partner''s line changes with what the partner sends, and no other line does'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger partners_words before insert on plans_linechange for each row execute function plans_change_is_partners();
