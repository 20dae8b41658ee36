"""Whose answer is this, wherever it was given? Asked before the record is open, with an id and nothing else."""

from django.db import migrations

WHOSE = """
create function visits_person_of_told(answer uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select person_id from visits_answer where id = answer
$$;
"""


class Migration(migrations.Migration):
    """One function with the owner's rights."""

    dependencies = [("visits", "0008_encounter_changed")]
    operations = [migrations.RunSQL(WHOSE, reverse_sql=migrations.RunSQL.noop)]
