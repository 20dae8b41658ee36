"""Calls and arrivals stand behind the gate; what was signed, meant, decided or heard is never changed."""

from pathlib import Path

from django.db import migrations

from homeward.access.api import protect


class Migration(migrations.Migration):
    """Row-level security and the guards written in SQL. A call about nobody known is open to whoever may see the line."""

    dependencies = [("front_door", "0001_tables"), ("access", "0002_gate")]
    operations = [
        *protect("front_door_call", nobody_visible=True),
        *protect("front_door_advice", nobody_visible=True),
        *protect("front_door_safetycheck", nobody_visible=True),
        *protect("front_door_arrival"),
        *protect("front_door_intention"),
        *protect("front_door_decision"),
        *protect("front_door_outcomecheck"),
        migrations.RunSQL(Path(__file__).with_name("guards.sql").read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
