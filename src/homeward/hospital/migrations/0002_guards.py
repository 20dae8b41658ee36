"""Stays stand behind the gate, what was said of them is only added to, and two questions are answered before it opens."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect

_GUARDS = (Path(__file__).parent / "guards.sql").read_text()


class Migration(migrations.Migration):
    """Row-level security, a trigger, and two functions with the owner's rights."""

    dependencies = [("hospital", "0001_initial"), ("access", "0002_gate")]
    operations = [
        *protect("hospital_stay"),
        *protect("hospital_criterion"),
        *protect("hospital_wardperiod"),
        migrations.RunSQL(_GUARDS, reverse_sql=migrations.RunSQL.noop),
    ]
