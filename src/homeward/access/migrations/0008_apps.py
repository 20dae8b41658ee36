"""Apps that people let act for them: what was allowed, codes and tokens."""

import django.contrib.postgres.fields
import django.db.models.deletion
import homeward.foundation.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_device"),
    ]

    operations = [
        migrations.AddField(
            model_name="apiclient",
            name="launch_url",
            field=models.CharField(default="", max_length=500),
        ),
        migrations.AddField(
            model_name="apiclient",
            name="public",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="apiclient",
            name="redirect_uris",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=500), default=list, size=None
            ),
        ),
        migrations.CreateModel(
            name="AppGrant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=homeward.foundation.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("person_id", models.UUIDField(null=True)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), default=list, size=None
                    ),
                ),
                ("allowed_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_words", models.CharField(default="", max_length=200)),
                ("last_used_at", models.DateTimeField(null=True)),
                (
                    "client",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to="access.apiclient"
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to="access.membership"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AppCode",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=homeward.foundation.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("digest", models.BinaryField(max_length=32, unique=True)),
                ("redirect_uri", models.CharField(max_length=500)),
                ("challenge", models.CharField(max_length=43)),
                ("nonce", models.CharField(default="", max_length=500)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "grant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="access.appgrant"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AppToken",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=homeward.foundation.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(choices=[("access", "access"), ("refresh", "refresh")], max_length=10)),
                ("digest", models.BinaryField(max_length=32, unique=True)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), default=list, size=None
                    ),
                ),
                ("issued_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "grant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to="access.appgrant"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="appgrant",
            index=models.Index(fields=["user", "-allowed_at"], name="access_appgrant_of_user"),
        ),
        migrations.AddConstraint(
            model_name="appgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("allowed_at"))), name="access_appgrant_ends_after_start"
            ),
        ),
    ]
