"""Rows of returns stand behind the gate, and what was submitted never changes: the database refuses."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect

_GUARDS = (Path(__file__).parent / "returns.sql").read_text()


class Migration(migrations.Migration):
    """Row-level security and the triggers."""

    dependencies = [("exchange", "0004_returns"), ("access", "0002_gate")]
    operations = [
        *protect("exchange_returnrow", removable=True),
        *protect("exchange_returnfault", removable=True),
        migrations.RunSQL(_GUARDS, reverse_sql=migrations.RunSQL.noop),
    ]
