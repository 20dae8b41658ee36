"""Stays and all that hangs on them stand behind the gate; whose they are is answered before it opens, with an id alone."""

from django.db import migrations

from homeward.access.api import protect

WHOSE = """
create function monitoring_person_of(what text, thing uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select case what
        when 'stay' then (select person_id from monitoring_stay where id = thing)
        when 'alert' then (select person_id from monitoring_alert where id = thing)
        when 'set' then (select person_id from monitoring_observationset where id = thing)
    end
$$;
-- Is this person on a virtual ward now? Asked for every measurement that a partner sends, inside the open gate or not.
create function monitoring_stay_of(person uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select id from monitoring_stay where person_id = person and state = 'on' order by started_at desc limit 1
$$;
"""
TABLES = ("stay", "observationset", "alert", "telling", "gap", "review")


class Migration(migrations.Migration):
    """Row-level security and two functions with the owner's rights."""

    dependencies = [("monitoring", "0001_stays"), ("access", "0002_gate")]
    operations = [
        *(operation for table in TABLES for operation in protect(f"monitoring_{table}")),
        migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop),
    ]
