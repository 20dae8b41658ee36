-- A relationship that an objection stands against shows nobody on the lists of its team. Whoever opens the one record is
-- told of the objection, as before; and what the place does not declare as hidden stays where somebody must act on it.
drop policy gate_reads on access_relationship;
create policy gate_reads on access_relationship for select using (
    person_id = (select gate.person())
    or (team_code = any ((select gate.teams())::text[]) and not objected)
    or (select gate.is_job())
    or (select gate.is_audit())
);
