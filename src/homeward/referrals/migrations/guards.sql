-- What does the database itself hold about referrals, whoever writes? One owner always, no illegal step, no lost move.

-- A referral's person never changes; its version counts one by one; its state moves only along the table of moves.
create function referrals_guard() returns trigger
language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.version <> 1 or not referrals_is_legal(new.latest_move_kind, null, new.state) then
            raise exception 'a referral begins by being received, not by % to %', new.latest_move_kind, new.state
                using errcode = 'check_violation', constraint = 'referrals_legal_move';
        end if;
        if new.state <> 'received' and new.based_on_id is null then
            raise exception 'only a part of another referral may begin placed'
                using errcode = 'check_violation', constraint = 'referrals_legal_move';
        end if;
        return new;
    end if;
    if new.id <> old.id or new.person_id <> old.person_id or new.received_at <> old.received_at then
        raise exception 'a referral keeps its person and the moment it was received'
            using errcode = 'check_violation', constraint = 'referrals_keeps_person';
    end if;
    if new.version = old.version then
        if (new.state, new.owner_team, new.hub_team, new.urgency, new.ended_at)
           is distinct from (old.state, old.owner_team, old.hub_team, old.urgency, old.ended_at) then
            raise exception 'a referral stands still between its moves'
                using errcode = 'check_violation', constraint = 'referrals_legal_move';
        end if;
    elsif new.version <> old.version + 1 or not referrals_is_legal(new.latest_move_kind, old.state, new.state) then
        raise exception 'no move leads from % by % to %', old.state, new.latest_move_kind, new.state
            using errcode = 'check_violation', constraint = 'referrals_legal_move';
    end if;
    return new;
end $$;

create trigger referrals_guard before insert or update on referrals_servicerequest
    for each row execute function referrals_guard();

-- The periods of ownership are written here and nowhere else: the application has no right to add or change one.
create function referrals_keep_owners() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    began timestamptz;
    changes timestamptz := new.latest_move_at;
begin
    if tg_op = 'UPDATE' then
        if new.owner_team = old.owner_team then
            return null;
        end if;
        select lower(during) into began from referrals_ownerperiod where referral_id = new.id and upper_inf(during);
        changes := greatest(changes, began + interval '1 microsecond');
        update referrals_ownerperiod set during = tstzrange(began, changes)
        where referral_id = new.id and upper_inf(during);
    else
        changes := new.received_at;
    end if;
    insert into referrals_ownerperiod (referral_id, person_id, team, during)
    values (new.id, new.person_id, new.owner_team, tstzrange(changes, null));
    return null;
end $$;

create trigger referrals_keep_owners after insert or update on referrals_servicerequest
    for each row execute function referrals_keep_owners();

-- Before anything is committed: exactly one open period, the owner's; no gap behind it; the version has its move.
create function referrals_whole() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    now_is referrals_servicerequest;
    about uuid;
begin
    if tg_table_name = 'referrals_servicerequest' then
        about := new.id;
    else
        about := new.referral_id;
    end if;
    select * into now_is from referrals_servicerequest where id = about;
    if not exists (
        select from referrals_ownerperiod p where p.referral_id = about
        having count(*) filter (where upper_inf(p.during) and p.team = now_is.owner_team) = 1
           and count(*) filter (where upper_inf(p.during)) = 1
           and range_agg(p.during) = tstzmultirange(tstzrange(now_is.received_at, null))
    ) then
        raise exception 'referral % does not have exactly one owner at every moment', about
            using errcode = 'check_violation', constraint = 'referrals_one_owner_always';
    end if;
    if not exists (
        select from referrals_move m
        where m.referral_id = about and m.version = now_is.version and m.kind = now_is.latest_move_kind
          and m.state = now_is.state and m.owner_team = now_is.owner_team
    ) then
        raise exception 'version % of referral % has no move', now_is.version, about
            using errcode = 'check_violation', constraint = 'referrals_move_for_each_version';
    end if;
    return null;
end $$;

create constraint trigger referrals_whole after insert or update on referrals_servicerequest
    deferrable initially deferred for each row execute function referrals_whole();
create constraint trigger referrals_whole after insert or update on referrals_ownerperiod
    deferrable initially deferred for each row execute function referrals_whole();

create function referrals_stays() returns trigger
language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name;
end $$;

create trigger referrals_move_stays before update or delete on referrals_move
    for each row execute function referrals_stays();
create trigger referrals_answer_stays before update or delete on referrals_answer
    for each row execute function referrals_stays();
create trigger referrals_advice_stays before update or delete on referrals_advice
    for each row execute function referrals_stays();

alter table referrals_looker set unlogged;

-- Asked before the gate is open, so that it can be opened for the right person. They answer with an id and nothing else.
create function referrals_person_of(referral uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from referrals_servicerequest where id = referral
$$;

create function referrals_with_key(key text) returns table (referral uuid, person uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select id, person_id from referrals_servicerequest where idempotency_key = key
$$;

create function referrals_with_external_id(system_ text, value_ text) returns table (referral uuid, person uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select referral_id, person_id from referrals_externalid where system = system_ and value = value_
$$;

-- Is something open for this person already? Asked before a referral is made, by whoever may make one and is looking
-- for the person, or has the person's record open. It tells that help was asked for and who has it, nothing clinical.
create function referrals_live_for(person uuid)
returns table (referral uuid, need text, state text, owner text, received timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    if gate.person() is distinct from person and not gate.is_job() then
        perform gate.require('search');
    end if;
    return query
    select r.id, r.need_code, r.state, r.owner_team, r.received_at from referrals_servicerequest r
    where r.person_id = person and r.ended_at is null
    order by r.received_at desc;
end $$;
