-- Who is it, with nothing worked out twice: the sound of the typed name once a search and not once a row, and plans that
-- are kept. A name alone is no way to find one among thousands: as many are read as tell that there are too many.

-- The names to look at for one way of asking, most exact first; `most` bounds every stretch that is read, `few` those
-- of a name alone, which are all equally exact.
create or replace function people_candidates(
    number text, fam text, giv text, born date, born_other date, home text, most integer
) returns bigint[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    few integer := least(most, 21);
    fam_end text collate "C" := fam || chr(1114111);
    giv_end text collate "C" := giv || chr(1114111);
    fam_sound text := dmetaphone(fam);
    found bigint[] := '{}';
    days date[] := array_remove(array[born, born_other], null);
begin
    if number <> '' then
        found := found || array(
            select n.id from people_identifier i join people_personname n using (person_id)
            where i.value = number and i.system <> 'disputed-nhs-number'
              and n.use = 'usual' and n.valid_to is null
            limit most);
    end if;
    if born is not null and fam <> '' then
        found := found || array(
            select n.id from people_personname n
            where n.birth_date = any (days) and n.family_key >= fam and n.family_key < fam_end
            limit most);
        found := found || array(
            select n.id from people_personname n
            where n.birth_date = any (days) and fam_sound <> '' and n.family_sound = fam_sound
            limit most);
        if giv <> '' then  -- given and family name the wrong way round
            found := found || array(
                select n.id from people_personname n
                where n.birth_date = born and n.family_key = giv and n.given_key >= fam and n.given_key < fam_end
                limit most);
        end if;
    end if;
    if born is not null and giv <> '' then
        found := found || array(
            select n.id from people_personname n
            where n.birth_date = born and n.given_key >= giv and n.given_key < giv_end
            limit most);
    end if;
    if born is not null and fam = '' and giv = '' then
        found := found || array(select n.id from people_personname n where n.birth_date = born limit most);
    end if;
    if home <> '' then
        found := found || array(
            select n.id from people_address a join people_personname n using (person_id)
            where a.postcode = home and a.valid_to is null
              and (fam = '' or n.family_sound = fam_sound or (n.family_key >= fam and n.family_key < fam_end)
                   or similarity(n.family_key, fam) > 0.4)
            limit most);
    end if;
    if fam <> '' and giv <> '' then
        found := found || array(
            select n.id from people_personname n
            where n.family_key = fam and n.given_key >= giv and n.given_key < giv_end
            limit few);
    end if;
    if fam <> '' and born is null and home = '' and number = '' then
        if length(fam) = 1 then
            found := found || array(select n.id from people_personname n where n.family_key = fam limit few);
        elsif giv = '' then
            found := found || array(
                select n.id from people_personname n where n.family_key >= fam and n.family_key < fam_end
                order by n.family_key, n.given_key limit few);
        elsif cardinality(found) = 0 and length(fam) > 2 then
            found := found || array(
                select n.id from people_personname n
                where n.family_key >= fam and n.family_key < fam_end and n.given_key >= giv and n.given_key < giv_end
                limit few);
        end if;
    end if;
    return found;
end $$;

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
