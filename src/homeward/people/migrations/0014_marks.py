"""A walk may go by moment and id; people are found by both."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0013_few"),
    ]

    operations = [
        migrations.AddField(model_name="walk", name="last_at", field=models.DateTimeField(null=True)),
        migrations.RemoveIndex(model_name="person", name="people_person_changed"),
        migrations.AddIndex(
            model_name="person", index=models.Index(fields=["changed_at", "id"], name="people_person_changed_id")
        ),
    ]
