"""How far a job that goes through everybody has come."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0011_parted"),
    ]

    operations = [
        migrations.CreateModel(
            name="Walk",
            fields=[
                ("name", models.TextField(primary_key=True, serialize=False)),
                ("last_id", models.UUIDField(null=True)),
            ],
        ),
    ]
