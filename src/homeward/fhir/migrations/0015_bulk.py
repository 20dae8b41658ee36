"""Bulk exports that partners ask for, and what is gathered for them, behind the gate of each person."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from homeward.access.protect import protect
from homeward.foundation.ids import new_id


class Migration(migrations.Migration):
    """Two tables; the second behind the gate, and emptied when the hours of an export are over."""

    dependencies = [
        ("fhir", "0014_sent_alone"),
        ("access", "0002_gate"),
    ]

    operations = [
        migrations.CreateModel(
            name="BulkExport",
            fields=[
                ("id", models.UUIDField(default=new_id, editable=False, primary_key=True, serialize=False)),
                ("client_id", models.UUIDField()),
                ("client_name", models.TextField()),
                ("organisation", models.TextField()),
                ("role", models.TextField()),
                (
                    "teams",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                ("request", models.TextField()),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                ("whole", models.BooleanField(default=False)),
                (
                    "people",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("since", models.DateTimeField(null=True)),
                ("state", models.TextField(default="waiting")),
                ("asked_at", models.DateTimeField()),
                ("after", models.UUIDField(null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("objected", models.PositiveIntegerField(default=0)),
                ("restricted", models.PositiveIntegerField(default=0)),
                ("shut", models.PositiveIntegerField(default=0)),
                ("ready_at", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("words", models.TextField(default="")),
            ],
            options={
                "indexes": [models.Index(fields=["organisation", "state"], name="fhir_bulkexport_moving")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("waiting", "gathering", "ready", "failed", "ended"))),
                        name="fhir_bulkexport_state",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BulkPage",
            fields=[
                ("id", models.UUIDField(default=new_id, editable=False, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField(null=True)),
                ("kind", models.TextField()),
                ("file", models.PositiveIntegerField()),
                ("count", models.PositiveIntegerField()),
                ("size", models.PositiveIntegerField()),
                ("lines", models.TextField()),
                ("export", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="fhir.bulkexport")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["export", "kind", "file"], name="fhir_bulkpage_file"),
                    models.Index(fields=["person_id"], name="fhir_bulkpage_person"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person_id__isnull", False)),
                        fields=("export", "person_id", "kind"),
                        name="fhir_bulkpage_once",
                    )
                ],
            },
        ),
        *protect("fhir_bulkpage", nobody_visible=True, removable=True),
    ]
