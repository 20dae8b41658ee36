"""The tables of the directory."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Team",
            fields=[
                ("code", models.TextField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("kind", models.TextField()),
                ("organisation_code", models.TextField()),
                ("area_codes", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("calendar_code", models.TextField()),
                ("hub", models.BooleanField()),
                ("proposal", models.BooleanField()),
                ("telephone", models.TextField(null=True)),
                ("owner_code", models.TextField()),
                ("review_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                ("code", models.TextField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("kind", models.TextField()),
                ("national_code", models.TextField(null=True)),
                ("named", models.BooleanField()),
                ("edited_at", models.DateTimeField(null=True)),
                ("owner_code", models.TextField()),
                ("review_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind"], name="directory_area_kind"),
                    models.Index(fields=["national_code"], name="directory_area_national"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaMembership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part_code", models.TextField()),
                ("whole_code", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("edited", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="directory_membership_days",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("part_code", "="),
                            ("whole_code", "="),
                            (
                                models.Func(
                                    "valid_from",
                                    "valid_to",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_lower=True, inclusive_upper=True
                                    ),
                                    function="DATERANGE",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="directory_membership_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("code", models.TextField()),
                ("at", models.DateTimeField()),
                ("actor_name", models.TextField()),
                ("organisation_code", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "code", "-at"], name="directory_confirmation_of")],
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.TextField()),
                ("code", models.TextField()),
                ("fingerprint", models.TextField()),
                ("body", models.JSONField()),
                ("first_seen_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["fingerprint"], name="directory_declaration_mark")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "code", "fingerprint"), name="directory_declaration_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HealthcareService",
            fields=[
                ("code", models.TextField(primary_key=True, serialize=False)),
                ("service_code", models.TextField()),
                ("team_code", models.TextField()),
                ("area_codes", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("title", models.TextField()),
                ("fingerprint", models.TextField()),
                ("owner_code", models.TextField()),
                ("review_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["service_code"], name="directory_offer_service")],
            },
        ),
        migrations.CreateModel(
            name="Loading",
            fields=[
                ("only", models.BooleanField(default=True, primary_key=True, serialize=False)),
                ("place_code", models.TextField()),
                ("digest", models.TextField()),
                ("loaded_at", models.DateTimeField()),
                ("revision", models.UUIDField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("only", True)), name="directory_loading_only")
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedContact",
            fields=[
                ("code", models.TextField(primary_key=True, serialize=False)),
                ("area_code", models.TextField()),
                ("title", models.TextField()),
                ("person_name", models.TextField(null=True)),
                ("telephone", models.TextField(null=True)),
                ("edited_at", models.DateTimeField(null=True)),
                ("owner_code", models.TextField()),
                ("review_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["area_code"], name="directory_contact_area")],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("code", models.TextField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("kind", models.TextField()),
                ("ods_code", models.TextField(null=True)),
                ("part_of_code", models.TextField(null=True)),
                ("telephone", models.TextField(null=True)),
                ("postcode", models.TextField(null=True)),
                ("owner_code", models.TextField()),
                ("review_on", models.DateField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["ods_code"], name="directory_organisation_ods")],
            },
        ),
    ]
