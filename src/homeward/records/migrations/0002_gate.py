"""Partners' records stand behind the gate; three questions are answered before it opens, with ids and nothing else."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect

_OWNERS = Path(__file__).with_name("owners.sql")


class Migration(migrations.Migration):
    """Row-level security, where bodies lie, and functions with the owner's rights."""

    dependencies = [("records", "0001_initial"), ("access", "0002_gate")]
    operations = [
        *protect("records_item", nobody_visible=True),
        *protect("records_version", nobody_visible=True),
        migrations.RunSQL(_OWNERS.read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
