"""Whose plan is this? Asked before the record is open, with an id and nothing else."""

from django.db import migrations

WHOSE = """
create function plans_person_of_plan(plan uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from plans_careplan where id = plan
$$;
"""


class Migration(migrations.Migration):
    """One function with the owner's rights."""

    dependencies = [("plans", "0010_shares_end")]
    operations = [migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop)]
