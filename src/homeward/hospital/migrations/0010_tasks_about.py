"""A task about a stay, or about the question of a follow-up, says so."""

from django.db import migrations

_ABOUT = """
    update episodes_task t set subject_kind = 'stay'
    from hospital_stay s where s.id = t.subject_id and t.subject_kind = '';
    update episodes_task t set subject_kind = 'follow_up'
    from hospital_followup s where s.id = t.subject_id and t.subject_kind = '';
"""


class Migration(migrations.Migration):
    """The tasks of before, of which that was not kept."""

    dependencies = [("hospital", "0009_stay_struck"), ("episodes", "0006_task_subject")]
    operations = [migrations.RunSQL(_ABOUT, reverse_sql=migrations.RunSQL.noop)]
