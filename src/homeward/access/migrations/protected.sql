-- Which of the house's own tables stand behind the gate? The log of events, the log of openings, relationships.

alter table access_relationship enable row level security;
create policy gate_reads on access_relationship for select using (
    person_id = (select gate.person())
    or team_code = any ((select gate.teams())::text[])
    or (select gate.is_job())
    or (select gate.is_audit())
);
create policy gate_adds on access_relationship for insert with check (
    person_id = (select gate.person()) or (select gate.is_job())
);
create policy gate_changes on access_relationship for update
    using (person_id = (select gate.person()) or (select gate.is_job()))
    with check (person_id = (select gate.person()) or (select gate.is_job()));
select gate.deny('access_relationship', 'delete, truncate');

-- The access log is written by gate.open alone. A person's own openings are read by whoever opened that person;
-- a team's by that team; all of them by information governance and by jobs.
alter table access_opening enable row level security;
create policy gate_reads on access_opening for select using (
    person_id = (select gate.person())
    or teams && (select gate.teams())::text[]
    or (select gate.is_audit())
    or (select gate.is_job())
);
select gate.deny('access_opening', 'insert, update, delete, truncate');
select gate.deny('access_opening_other', 'all');

-- Events about a person follow the person. Events about nobody are for information governance and jobs, and for the
-- transaction that is writing them.
alter table foundation_event enable row level security;
create policy gate_reads on foundation_event for select using (
    person_id = (select gate.person())
    or (select gate.is_job())
    or (select gate.is_audit())
    or (person_id is null and xid = (select pg_current_xact_id_if_assigned()::text::bigint))
    or exists (
        select from access_relationship r
        where r.person_id = foundation_event.person_id
          and r.team_code = any ((select gate.teams())::text[]) and r.ended_at is null
    )
);
create policy gate_adds on foundation_event for insert with check (
    person_id is null or person_id = (select gate.person()) or (select gate.is_job())
);
select gate.deny('foundation_event', 'update, delete, truncate');
select gate.deny('foundation_block', 'insert, update, delete, truncate');
