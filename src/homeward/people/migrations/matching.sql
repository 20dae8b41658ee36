-- Whom does each of these people resemble? Every branch reads a bounded stretch of one index, so that the cost of a new
-- person does not grow with how many there are. For jobs alone: it answers with ids.
create function gate.resembling(people uuid[], most integer) returns table (one uuid, other uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    perform gate.require('job');
    return query
    with asked as (
        select n.person_id, n.family_key, n.given_key, n.family_sound, n.birth_date, p.birth_date as born, (
            case when extract(day from n.birth_date) <= 12 then make_date(extract(year from n.birth_date)::int, extract(day from n.birth_date)::int, extract(month from n.birth_date)::int) end
        ) as crossed, a.postcode
        from people_personname n join people_person p on p.id = n.person_id
        left join people_address a on a.person_id = p.id and a.valid_to is null
        where n.person_id = any (people) and p.joined_to is null
    ), found as (
        select q.person_id as x, f.person_id as y from asked q cross join lateral (
            (select n.person_id from people_personname n
             where n.birth_date = q.birth_date and n.family_sound = q.family_sound limit most)
            union all
            (select n.person_id from people_personname n
             where n.birth_date = q.birth_date and n.given_key = q.given_key and q.given_key <> '' limit most)
            union all
            (select n.person_id from people_personname n where n.birth_date = q.crossed and n.family_sound = q.family_sound limit most)
            union all
            (select n.person_id from people_personname n where n.birth_date = q.birth_date and n.family_key = q.given_key and q.given_key <> '' limit most)
            union all
            (select n.person_id from people_personname n
             where n.family_key = q.family_key and n.given_key = q.given_key and q.given_key <> ''
               and abs(n.birth_date - q.birth_date) < 4000 limit most)
            union all
            (select a.person_id from people_address a join people_personname n on n.person_id = a.person_id
             where a.postcode = q.postcode and q.postcode <> '' and a.valid_to is null
               and (n.family_key = q.family_key or n.given_key = q.given_key and q.given_key <> '') limit most)
        ) f
        union
        select i.person_id, o.person_id from people_identifier i
        join people_identifier o on o.value = i.value and o.person_id <> i.person_id
            and (o.system = i.system or 'disputed-nhs-number' in (o.system, i.system))
        where i.person_id = any (people)
    )
    select distinct least(f.x, f.y), greatest(f.x, f.y) from found f join people_person p on p.id = f.y
    where f.x <> f.y and p.joined_to is null;
end $$;

-- What tells the people of these pairs apart, a row for each name that somebody has or had. For jobs alone.
create function gate.telling(people uuid[]) returns table (
    id uuid, given text, family text, birth text, sex text, nhs text, postcode text, street text, email text, phone text
)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    perform gate.require('job');
    return query
    select p.id, n.given, n.family, to_char(p.birth_date, 'YYYY-MM-DD'), p.sex, i.value, a.postcode,
           array_to_string(a.lines, ' '),
           (select c.value from people_contact c where c.person_id = p.id and c.kind = 'email' and c.valid_to is null order by c.id limit 1),
           (select c.value from people_contact c where c.person_id = p.id and c.kind = 'phone' and c.valid_to is null order by c.id limit 1)
    from people_person p join people_personname n on n.person_id = p.id
    left join people_address a on a.person_id = p.id and a.valid_to is null
    left join people_identifier i on i.person_id = p.id and i.valid_to is null and i.system = 'https://fhir.nhs.uk/Id/nhs-number'
    where p.id = any (people);
end $$;

revoke all on function gate.resembling(uuid[], integer) from public;
revoke all on function gate.telling(uuid[]) from public;
