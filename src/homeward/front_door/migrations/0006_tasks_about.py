"""A task about a call says so."""

from django.db import migrations

_ABOUT = """
    update episodes_task t set subject_kind = 'call'
    from front_door_call s where s.id = t.subject_id and t.subject_kind = '';
"""


class Migration(migrations.Migration):
    """The tasks of before, of which that was not kept."""

    dependencies = [("front_door", "0005_looked_again"), ("episodes", "0006_task_subject")]
    operations = [migrations.RunSQL(_ABOUT, reverse_sql=migrations.RunSQL.noop)]
