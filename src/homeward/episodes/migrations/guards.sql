-- What the database holds by itself: stages only along declared moves, and whose an episode or a task is.

create function episodes_stage_is_declared() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    body jsonb;
begin
    select d.body into body from directory_declaration d where d.kind = 'Service' and d.fingerprint = new.fingerprint limit 1;
    if body is null then
        raise exception 'no service was ever declared under %', new.fingerprint using errcode = 'check_violation';
    end if;
    if tg_op = 'INSERT' and new.stage <> body->>'first_stage' then
        raise exception 'an episode begins at the first stage, not at %', new.stage using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' and new.fingerprint <> old.fingerprint then
        raise exception 'an episode keeps the declaration it began under' using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' and old.closed_at is not null then
        raise exception 'a closed episode does not change' using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' and new.stage <> old.stage
       and not (new.closed_at is not null and body->'final_stages' ? new.stage)
       and not exists (
           select from jsonb_array_elements(body->'moves') m where m->'from_' ? old.stage and m->>'to' = new.stage
       ) then
        raise exception 'no declared move leads from % to %', old.stage, new.stage using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger episodes_stage_is_declared before insert or update on episodes_episodeofcare
    for each row execute function episodes_stage_is_declared();

create function episodes_person_of_episode(episode uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from episodes_episodeofcare where id = episode
$$;

create function episodes_person_of_task(task uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from episodes_task where id = task
$$;
