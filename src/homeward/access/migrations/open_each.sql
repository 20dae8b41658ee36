-- Opens many people's records at once, each for the holder of the token beside it, and answers the numbers (from 1) of those
-- that were opened. Each is judged by itself, as gate.open judges a partner's reading: is the token alive and its system let
-- in, does the system look after the person where it must, does an objection stand. One row of the access log is written for each
-- that is opened. What is not opened is left as it was: whoever hears no asks gate.open, which says why and writes it down.
-- No opening is in force afterwards: the caller reads, with the owner's rights, only the people whom this answer names.
create function gate.open_each(
    tokens bytea[], persons uuid[], whys text[], needs_relation boolean[], cares text[], partners text[], at timestamptz
) returns setof integer
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    return query
    with held as materialized (
        select a.n, a.person, a.why, nextval('access_opening_id_seq') as row_id,
               t.id as session, c.id as client, c.name, c.organisation_code, c.role_code
        from unnest(tokens, persons, whys, needs_relation, cares, partners) with ordinality
             as a (token, person, why, needs_relation, care, partners, n)
        join access_apitoken t on t.digest = a.token and t.expires_at > at
        join access_apiclient c on c.id = t.client_id and c.closed_at is null
        where a.person is not null and a.care is not null
          and (not a.needs_relation or gate.related(a.person, array[c.organisation_code::text]))
          and not (
              exists (select from access_consent s
                      where s.person_id = a.person and s.superseded_at is null and s.kind = 'objection')
              and gate.objected(a.person, a.care, a.partners::text[], array[c.organisation_code::text])
          )
    ), written as (
        insert into access_opening (id, mode, person_id, actor_id, actor_name, actor_kind, organisation, role, teams,
                                    purpose, session, why, at)
        overriding system value
        select h.row_id, 'person', h.person, h.client, h.name, 'partner', h.organisation_code, h.role_code,
               array[h.organisation_code::text], 'direct care', h.session::text, h.why, at
        from held h
        returning access_opening.id, access_opening.mode
    )
    select h.n::integer from held h join written w on w.id = h.row_id where w.mode = 'person';
end $$;

revoke all on function gate.open_each(bytea[], uuid[], text[], boolean[], text[], text[], timestamptz) from public;
