-- Who has this person's page open? A page asks every few seconds; that is not another opening of the record, so the
-- gate stays shut and no row is added to the access log. Only whoever opened the record a moment ago is answered.
-- `session` is the session's key, a full stop, and a word for the page: of one session each open page has its own mark.

alter table people_looker set unlogged;

create function people_still_looking(person uuid, who text, moment timestamptz)
returns table (name text, team text, changed_at timestamptz)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    update people_looker l set seen_at = moment
    where l.person_id = person and l.session = who and l.seen_at > moment - interval '2 minutes';
    if not found then
        return;
    end if;
    return query
    select l.name, l.team_code, p.changed_at from people_person p
    left join people_looker l
      on l.person_id = p.id and split_part(l.session, '.', 1) <> split_part(who, '.', 1) and l.seen_at > moment - interval '15 seconds'
    where p.id = person order by l.name limit 20;
end $$;

create function people_look_away(person uuid, who text) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
    delete from people_looker where person_id = person and session = who
$$;
