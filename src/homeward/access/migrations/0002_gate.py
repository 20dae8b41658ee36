"""The access log, the gate that writes it, and the policies of the house's own tables about people."""

from pathlib import Path

from django.db import migrations

_HERE = Path(__file__).parent


class Migration(migrations.Migration):
    """Plain SQL, in the order in which each part leans on the one before."""

    dependencies = [("access", "0001_initial"), ("foundation", "0001_event_log")]
    operations = [
        migrations.RunSQL(
            (_HERE / name).read_text(), reverse_sql=migrations.RunSQL.noop
        )
        for name in ("access_log.sql", "gate.sql", "protected.sql")
    ]
