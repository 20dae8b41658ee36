"""The gate asks what an objection says only where there is one."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    """One function made anew, with the same name and arguments, so that its rights stay."""

    dependencies = [("access", "0004_sharing")]
    operations = [
        migrations.RunSQL(
            Path(__file__).with_name("quick_objection.sql").read_text(), reverse_sql=migrations.RunSQL.noop
        )
    ]
