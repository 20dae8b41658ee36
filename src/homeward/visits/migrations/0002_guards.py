"""Visits stand behind the gate; two questions are answered before it opens, with an id and nothing else."""

from django.db import migrations

from homeward.access.api import protect

WHOSE = """
create function visits_person_of(encounter uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from visits_encounter where id = encounter
$$;
create function visits_with_key(key text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select id from visits_encounter where contact_key = key
$$;
"""


class Migration(migrations.Migration):
    """Row-level security and two functions with the owner's rights."""

    dependencies = [("visits", "0001_initial"), ("access", "0002_gate")]
    operations = [
        *protect("visits_encounter", subject_column="referral_id"),
        *protect("visits_answer"),
        migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop),
    ]
