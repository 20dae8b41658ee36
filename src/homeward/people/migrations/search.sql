-- How is one person among a million found in a few milliseconds? Keys that searches compare, and an index for each way
-- of asking; find.sql holds the functions.

-- A name as it is compared: no accents, no case, nothing but letters and figures. "O'Brien" and "Obrien" are one.
create function people_key(name text) returns text
language sql immutable parallel safe
return regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, name)), '[^[:alnum:]]+', '', 'g');

alter table people_personname
    add column family_key text collate "C" generated always as (people_key(family)) stored,
    add column given_key text collate "C" generated always as (people_key(given)) stored,
    add column family_sound text collate "C" generated always as (dmetaphone(people_key(family))) stored;

create index people_name_called on people_personname (family_key, given_key);
create index people_name_born on people_personname (birth_date, family_key);
create index people_identifier_value on people_identifier (value);

-- The copy of the birth date beside each name follows the person's own.
alter table people_person add constraint people_person_born unique (id, birth_date);
alter table people_personname add constraint people_name_born_as_person foreign key (person_id, birth_date)
    references people_person (id, birth_date) on update cascade deferrable initially immediate;

-- Is this NHS number taken? Asked by an action that registers or corrects a person, whose gate shows nobody else.
create function gate.number_is_held(number text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select gate.person() is not null and exists (
        select from people_identifier i
        where i.value = number and i.system = 'https://fhir.nhs.uk/Id/nhs-number' and i.valid_to is null
    )
$$;

revoke all on function gate.number_is_held(text) from public;
