-- The newest openings of a record, however many there are. Of somebody whose record partners' systems open all day every opening was read
-- and sorted, since of most people there are few: the plan of this question never sorts, so it reads the index from its end.
-- As who asks: what they may see of the log is what the gate lets them see. `most` null: all.
create function access_newest(known uuid[], since timestamptz, before timestamptz, without uuid, most bigint)
returns setof access_opening language plpgsql stable set enable_sort = off as $$
begin
    return query
    select o.*
    from unnest(known) k(id)
    cross join lateral (
        select * from access_opening o
        where o.person_id = k.id and o.at >= since and o.at < before and o.mode <> 'refused'
          and (without is null or o.actor_id is distinct from without)
        order by o.at desc limit most
    ) o;
end $$;
revoke all on function access_newest(uuid[], timestamptz, timestamptz, uuid, bigint) from public;
