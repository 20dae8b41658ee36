-- Who is it, with nothing worked out twice: the sound of the typed name once a search and not once a row, and plans that
-- are kept. Which names are looked at is in home.sql.

create or replace function gate.search_people(
    number text, family text, given text, born date, born_other date, home text, most integer
) returns table (
    person_id uuid, matched_family text, matched_given text, former boolean, family_sounds boolean,
    usual_family text, usual_given text, prefix text, birth_date date, sex text, postcode text, nhs_number text,
    matched_number text, nhs_number_status text, death_at timestamptz, restricted boolean, in_review boolean, practice_code text
)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    fam text := people_key(family);
    sound text := dmetaphone(fam);
begin
    perform gate.require('search');
    return query
    select n.person_id, n.family, n.given, not (n.use = 'usual' and n.valid_to is null),
           n.family_sound <> '' and n.family_sound = sound,
           u.family, u.given, u.prefix, p.birth_date, p.sex,
           case when p.restricted then '' else coalesce(a.postcode, '') end, coalesce(i.value, ''),
           case when number = '' then '' else coalesce((
               select case when h.system = 'https://fhir.nhs.uk/Id/nhs-number'
                           then case when h.valid_to is null then 'nhs' else 'former' end else 'local' end
               from people_identifier h
               where h.person_id = p.id and h.value = number and h.system <> 'disputed-nhs-number'
               order by h.valid_to desc nulls first limit 1), '') end,
           p.nhs_number_status, p.death_at, p.restricted, p.review_reason <> '', p.practice_code
    from (
        select u.id, min(u.place) as place
        from unnest(people_candidates(number, fam, people_key(search_people.given), born, born_other, home, most)) with ordinality as u (id, place)
        group by u.id order by 2 limit most
    ) c
    join people_personname n on n.id = c.id
    join people_person p on p.id = n.person_id
    join people_personname u on u.person_id = p.id and u.use = 'usual' and u.valid_to is null
    left join people_address a on a.person_id = p.id and a.valid_to is null
    left join people_identifier i on i.person_id = p.id and i.valid_to is null
                                 and i.system = 'https://fhir.nhs.uk/Id/nhs-number'
    order by c.place;
end $$;
