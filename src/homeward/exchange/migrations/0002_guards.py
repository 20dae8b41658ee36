"""The outbox stands behind the gate; what is asked before it opens is answered with an id, or with counts."""

from django.db import migrations

from homeward.access.api import protect

ASKED = """
create function exchange_person_of(message uuid) returns table (known boolean, person uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select true, person_id from exchange_outgoing where id = message
$$;
-- How the outbox stands: nothing of anybody, so that a health check may ask.
create function exchange_state(now timestamptz) returns table (waiting bigint, overdue bigint, oldest timestamptz, dead bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) filter (where state in ('queued', 'failed')),
           count(*) filter (where state in ('queued', 'failed') and next_at < now - interval '5 minutes'),
           min(next_at) filter (where state in ('queued', 'failed')),
           count(*) filter (where state = 'dead')
    from exchange_outgoing where state in ('queued', 'failed', 'dead')
$$;
"""


class Migration(migrations.Migration):
    """Row-level security and two functions with the owner's rights."""

    dependencies = [("exchange", "0001_initial"), ("access", "0002_gate")]
    operations = [
        *protect("exchange_outgoing", nobody_visible=True),
        *protect("exchange_contactrule"),
        migrations.RunSQL(ASKED, reverse_sql=migrations.RunSQL.noop),
    ]
