"""Who has a person's page open: a table behind the gate, and the functions that keep it while the gate is shut."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from homeward.access.api import protect

_LOOKER = Path(__file__).with_name("looker.sql")


class Migration(migrations.Migration):
    """The table, its row-level security, and plain SQL."""

    dependencies = [("people", "0005_born_and_called"), ("access", "0002_gate")]
    operations = [
        migrations.CreateModel(
            name="Looker",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("session", models.TextField()),
                ("name", models.TextField()),
                ("team_code", models.TextField(default="")),
                ("seen_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["seen_at"], name="people_look_seen")],
                "constraints": [models.UniqueConstraint(fields=("person", "session"), name="people_look_once")],
            },
        ),
        *protect("people_looker", removable=True),
        migrations.RunSQL(_LOOKER.read_text(), reverse_sql=migrations.RunSQL.noop),
    ]
