-- A body is read one at a time, a list of items without it: so rows of more than 256 bytes put their body aside.
alter table records_item set (toast_tuple_target = 256);

-- About whom is this item? No row: there is no such item.
create function records_person_of(item uuid, out person_id uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select i.person_id from records_item i where i.id = item
$$;

-- Which of these items are kept about somebody other than this person (null: other than nobody)?
create function records_kept_elsewhere(items uuid[], person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select i.id from records_item i where i.id = any (items) and i.person_id is distinct from person
$$;
