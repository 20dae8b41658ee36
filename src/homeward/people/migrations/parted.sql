-- What was written under one id while two records were joined, and about something that went back since, is read by both.

create index people_merge_lost on people_merge (lost_id);

-- The records that this one was joined to once and parted from again.
create function people_parted_from(person uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct m.person_id), '{}') from people_merge m where m.lost_id = person and m.undone_at is not null
$$;

-- What went along then and came back: the ids of needs, visits and whatever else, as text.
create function people_parted_keys(person uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct k), '{}')
    from people_merge m join people_carried c on c.merge_id = m.id cross join unnest(c.keys) k
    where m.lost_id = person and m.undone_at is not null
$$;

create policy parted_reads on foundation_event for select using (
    person_id = any ((select people_parted_from(gate.person()))::uuid[])
    and (subject_id::text = any ((select people_parted_keys(gate.person()))::text[])
         or facts->>'referral_id' = any ((select people_parted_keys(gate.person()))::text[]))
);

-- Under which ids may something have been written down about this person: now, and while they were joined?
create function gate.known_as(person uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
    select array[person] || people_joined_into(person)
$$;

create function gate.written_under(person uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
    select gate.known_as(person) || people_parted_from(person)
$$;

revoke all on function people_parted_keys(uuid) from public;
revoke all on function gate.known_as(uuid) from public;
revoke all on function gate.written_under(uuid) from public;
