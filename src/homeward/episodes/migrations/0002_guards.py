"""The tables stand behind the gate, and stages follow the declaration even for a hand that writes SQL."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect


class Migration(migrations.Migration):
    """Row-level security, then the guards written in SQL."""

    dependencies = [("episodes", "0001_initial"), ("access", "0002_gate"), ("directory", "0001_directory")]
    operations = [
        *protect("episodes_clock", subject_column="subject_id"),
        *protect("episodes_clockmark"),
        *protect("episodes_episodeofcare", subject_column="referral_id"),
        *protect("episodes_stagechange"),
        *protect("episodes_task", subject_column="subject_id"),
        migrations.RunSQL(Path(__file__).with_name("guards.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
