"""What is told in parts (a blood pressure) is found without reading all that is not."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index of the few that are."""

    dependencies = [("records", "0008_values_told")]
    operations = [
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                fields=["person_id"], condition=models.Q(parts__isnull=False), name="records_item_in_parts"
            ),
        )
    ]
