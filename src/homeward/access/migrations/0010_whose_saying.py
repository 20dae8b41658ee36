"""Who said this about sharing? Asked before the record is open, with an id and nothing else."""

from django.db import migrations

WHOSE = """
create function gate.person_of_saying(saying uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from access_consent where id = saying
$$;
"""


class Migration(migrations.Migration):
    """One function with the owner's rights."""

    dependencies = [("access", "0009_open_each")]
    operations = [migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop)]
