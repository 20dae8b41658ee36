"""In which words is the database asked to compare and to apply a delivery, many rows at a time?"""

from homeward.records.rules.columns import COLUMNS, TYPES

# What is new about one person, its rows as one JSON array: planned once for any number of rows.
KEEP = f"""
insert into records_item ({", ".join(COLUMNS)}) select {", ".join(COLUMNS)}
from json_to_recordset(%s::json) as told ({", ".join(f"{name} {TYPES.get(name, 'text')}" for name in COLUMNS)})
"""

_SAID_TWICE = "The same resource comes again later in this delivery. The later one is taken."
_POINTS_TO_NOTHING = "It points to something that nobody has sent."

# What was decided of the people of a delivery. Parameters: their ids, how each is known, who each is, why.
DECIDED = """
update records_subject s set how = d.how, person_id = d.person_id, reason = d.reason
from unnest(%s::bigint[], %s::text[], %s::uuid[], %s::text[]) as d (id, how, person_id, reason)
where s.id = d.id
"""

# Of what comes more than once in a delivery the last stands. Parameters: run, run.
MARK_DOUBLES = f"""
update records_row r set state = 'same', reasons = array['{_SAID_TWICE}']
from (
    select item_id, max(id) as last from records_row where run_id = %s and state = 'read'
    group by item_id having count(*) > 1
) d
where r.run_id = %s and r.item_id = d.item_id and r.id < d.last and r.state = 'read'
"""

# Ids that rows point to and that stand neither in the delivery nor here. Parameters: run, run.
DANGLING = """
create temporary table dangling on commit drop as
select p.ref from (select distinct unnest(refs) as ref from records_row where run_id = %s and state = 'read') p
where not exists (select from records_item i where i.id = p.ref)
  and not exists (select from records_row o where o.run_id = %s and o.item_id = p.ref and o.state <> 'rejected')
"""

# Parameters: refuse, refuse, refuse, run.
MARK_DANGLING = f"""
update records_row r set
    state = case when %s then 'rejected' else r.state end,
    reasons = case when %s then array['{_POINTS_TO_NOTHING}'] else r.reasons end,
    flags = case when %s then r.flags else array_append(r.flags, '{_POINTS_TO_NOTHING}') end
where r.id in (
    select w.id from (select id, unnest(refs) as ref from records_row where run_id = %s and state = 'read') w
    join dangling d on d.ref = w.ref
)
"""

# Parameters: the source's code, row ids.
COMPARE = """
update records_row r set
    person_id = c.person_id, seen_version = c.version, state = c.state,
    reasons = case when c.reason = '' then r.reasons else array_append(r.reasons, c.reason) end
from (
    select w.id, s.person_id, i.version,
           case when s.how = 'unknown' then 'rejected'
                when s.how = 'doubtful' then 'clash'
                when i.id is null then 'new'
                when i.person_id is distinct from s.person_id then 'clash'
                when i.digest = w.digest then 'same'
                when i.recorded_at > w.recorded_at then 'clash'
                else 'changed' end as state,
           case when s.how in ('unknown', 'doubtful') then s.reason
                when i.id is null then ''
                when i.person_id is distinct from s.person_id then %s || ' sent this before about somebody else.'
                when i.digest = w.digest then ''
                when i.recorded_at > w.recorded_at
                then 'What stands here was recorded later (' || to_char(i.recorded_at at time zone 'Europe/London', 'DD.MM.YYYY HH24:MI') || ').'
                else '' end as reason
    from records_row w
    left join records_subject s on s.run_id = w.run_id and s.key = w.whom and w.whom <> ''
    left join records_item i on i.id = w.item_id
    where w.id = any (%s)
) c
where r.id = c.id
"""

# The wordings of rows that seem changed: perhaps only their spelling is. Parameters: row ids.
SAME_OR_NOT = """
select r.id, i.body, r.body from records_row r join records_item i on i.id = r.item_id
where r.id = any (%s) and r.state in ('changed', 'clash') and i.person_id is not distinct from r.person_id
"""

# What was compared may have changed since: then it is looked at again. Parameters: row ids.
CHANGED_SINCE = """
update records_row r set
    state = case when c.digest = r.digest and c.same_person then 'same' else 'clash' end,
    reasons = case when c.digest = r.digest and c.same_person then r.reasons else array_append(r.reasons, c.reason) end
from (
    select w.id, i.digest, i.person_id is not distinct from s.person_id as same_person,
           case when s.how = 'doubtful' then s.reason
                else 'It was changed here after it was compared: version ' || coalesce(i.version, 0) || ' stands now.' end as reason
    from records_row w
    left join records_subject s on s.run_id = w.run_id and s.key = w.whom and w.whom <> ''
    left join records_item i on i.id = w.item_id
    where w.id = any (%s)
      and (i.version is distinct from w.seen_version or s.how in ('doubtful', 'unknown', 'new', 'read')
           or (i.id is not null and i.person_id is distinct from s.person_id))
) c
where r.id = c.id
"""

_CARRIED = [name for name in COLUMNS if name not in ("id", "person_id", "source", "version", "received_at")]

# Parameters: source, moment, row ids.
ADD = f"""
insert into records_item (id, person_id, source, version, received_at, {", ".join(_CARRIED)})
select r.item_id, s.person_id, %s, 1, %s, {", ".join(f"r.{name}" for name in _CARRIED)}
from records_row r left join records_subject s on s.run_id = r.run_id and s.key = r.whom and r.whom <> ''
where r.id = any (%s) and r.state = 'new'
on conflict (id) do nothing
returning id
"""

# What there is to do with these rows. Parameters: row ids.
AT_HAND = """
select count(*) filter (where state = 'new'), count(*) filter (where state = 'changed'), coalesce(bool_or(kind = 'Patient'), false)
from records_row where id = any (%s)
"""

# Somebody else added the same resource in this very moment: looked at again. Parameters: row ids, ids of what was added.
OVERTAKEN = """
update records_row r set state = 'clash', reasons = array['It came from elsewhere at the same moment.']
where r.id = any (%s) and r.state = 'new'
  and not exists (select from unnest(%s::uuid[]) as added (id) where added.id = r.item_id)
"""

# Parameters: moment, row ids.
PUT_ASIDE = """
insert into records_version (item_id, version, person_id, received_at, replaced_at, sensitivity, flags, body)
select i.id, i.version, i.person_id, i.received_at, %s, i.sensitivity, i.flags, i.body
from records_row r join records_item i on i.id = r.item_id
where r.id = any (%s) and r.state = 'changed'
"""

# Parameters: moment, row ids.
REPLACE = f"""
update records_item i set version = i.version + 1, received_at = %s, {", ".join(f"{name} = r.{name}" for name in _CARRIED)}
from records_row r
where i.id = r.item_id and r.id = any (%s) and r.state = 'changed'
"""

# One event for each person of the batch. Parameters: moment, run, run, actor ×6, source, row ids.
TELL = """
insert into foundation_event (id, kind, at, person_id, subject_kind, subject_id, actor_id, actor_name, actor_kind,
                              organisation, role, purpose, facts, teams)
select gen_random_uuid(), 'record.keep', %s, k.person_id, 'record', coalesce(k.person_id, %s), %s, %s, %s, %s, %s, %s,
       jsonb_build_object('source', %s::text, 'import', %s::text, 'new', sum(k.new), 'changed', sum(k.changed),
                          'kinds', jsonb_object_agg(k.kind, k.new + k.changed)),
       '{}'
from (
    select s.person_id, r.kind, count(*) filter (where r.state = 'new') as new,
           count(*) filter (where r.state = 'changed') as changed
    from records_row r left join records_subject s on s.run_id = r.run_id and s.key = r.whom and r.whom <> ''
    where r.id = any (%s) and r.state in ('new', 'changed')
    group by s.person_id, r.kind
) k
group by k.person_id
returning xid, position, recorded_at, id, person_id, subject_id, facts
"""

# People of this batch whose Patient came, but for those whom this delivery registered from it. Parameters: row ids.
KNOWN_BEFORE = """
select distinct s.person_id from records_row r join records_subject s on s.run_id = r.run_id and s.key = r.whom
where r.id = any (%s) and r.kind = 'Patient' and r.state in ('new', 'changed') and s.person_id is not null
  and not (s.how = 'registered' and r.state = 'new')
"""

# The text now stands in the item. Parameters: row ids.
DONE = """
update records_row r set state = 'applied', body = '', person_id = i.person_id
from records_item i where i.id = r.item_id and r.id = any (%s) and r.state in ('new', 'changed')
"""
