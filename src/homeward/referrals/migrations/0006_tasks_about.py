"""A task about a referral says so."""

from django.db import migrations

_ABOUT = """
    update episodes_task t set subject_kind = 'referral'
    from referrals_servicerequest s where s.id = t.subject_id and t.subject_kind = '';
"""


class Migration(migrations.Migration):
    """The tasks of before, of which that was not kept."""

    dependencies = [("referrals", "0005_carried"), ("episodes", "0006_task_subject")]
    operations = [migrations.RunSQL(_ABOUT, reverse_sql=migrations.RunSQL.noop)]
