-- Who lives there, read from the indexes: of the many at one postcode only those whose name fits are opened. And a name
-- alone is not tried where somebody of that name was born on the very day. It is no way to find one among thousands: as
-- many are read as tell that there are too many.

drop index people_address_postcode;
create index people_address_postcode on people_address (postcode) include (person_id) where valid_to is null;
create index people_name_person on people_personname (person_id) include (family_key, given_key, family_sound, id);

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
    giv_sound text := dmetaphone(giv);
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
              and case when fam <> '' then n.family_sound = fam_sound or (n.family_key >= fam and n.family_key < fam_end)
                                           or similarity(n.family_key, fam) > 0.4
                       else giv = '' or (n.given_key >= giv and n.given_key < giv_end) or similarity(n.given_key, giv) > 0.4
                            or (giv_sound <> '' and dmetaphone(n.given_key) = giv_sound) end
            limit most);
    end if;
    if fam <> '' and giv <> '' and not exists (
        select from people_personname n
        where n.birth_date = born and n.family_key = fam and n.given_key >= giv and n.given_key < giv_end
    ) then
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
