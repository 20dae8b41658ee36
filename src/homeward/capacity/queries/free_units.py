"""Which things of a line can be taken throughout a period, and how many of each line are free now?"""

from datetime import datetime, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from homeward.capacity.vocabulary import BY_THE_DAY
from homeward.foundation.moments import at_london, london_day

# Bookable throughout: standing, open, and nothing that takes it in the period. Holds that ran out were let go before.
_FREE_THROUGHOUT = """
select u.id from capacity_unit u
where u.line_id = %(line)s and u.withdrawn_at is null and u.state = 'open'
  and u.id not in (
    select b.unit_id from capacity_booking b
    where b.line_id = %(line)s and b.state in ('held', 'booked', 'occupied', 'left', 'outside') and b.period && %(period)s)
order by length(u.label), u.label
"""
TAKEABLE = f"{_FREE_THROUGHOUT} limit 1 for no key update of u skip locked"
# Asked by whoever has the line to themselves, so that none of them is passed over because another looks at it.
TAKEABLE_MANY = f"{_FREE_THROUGHOUT} limit %(most)s for no key update of u"

# Of each line: how many things there are, how many stand open, how many are taken in its period (the day, or from now on), and
# when the first of those is let go or ends though nobody does anything.
COUNTED = """
select u.line_id, count(*) as standing, count(*) filter (where u.state = 'open') as open,
       count(*) filter (where u.state = 'open' and t.unit_id is null) as free, max(u.since) as since,
       min(t.changes_at) as changes_at
from capacity_unit u
left join (
    select b.unit_id,
           min(least(case when b.state = 'held' then b.expires_at end,
                     case when upper(b.period) > %(at)s then upper(b.period) end)) as changes_at
    from capacity_booking b join capacity_line l on l.id = b.line_id
    where b.state in ('held', 'booked', 'occupied', 'outside')
      and (b.state <> 'held' or b.expires_at > %(at)s)
      and b.period && (case when l.unit = any (%(by_day)s) then %(day)s else tstzrange(%(at)s, null) end)
    group by b.unit_id
) t on t.unit_id = u.id
where u.withdrawn_at is null
group by u.line_id
"""


def counting(at: datetime) -> dict[str, Any]:
    """What COUNTED is asked with."""
    day = london_day(at)
    return {
        "at": at,
        "by_day": list(BY_THE_DAY),
        "day": DateTimeTZRange(at_london(day), at_london(day + timedelta(days=1))),
    }
