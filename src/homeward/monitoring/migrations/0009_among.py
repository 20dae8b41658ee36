"""Whose measurements may matter, of all the people of whom a file tells? Asked once instead of for each."""

from django.db import migrations

AMONG = """
-- Who of these people has a stay that has not ended, wherever they are now?
create function monitoring_stays_among(people uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select distinct person_id from monitoring_stay where person_id = any (people) and state <> 'ended'
$$;
"""


class Migration(migrations.Migration):
    """A function with the owner's rights, beside the one that asks of one person."""

    dependencies = [("monitoring", "0008_at_visits")]
    operations = [migrations.RunSQL(AMONG, reverse_sql=migrations.RunSQL.noop)]
