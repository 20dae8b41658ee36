"""What is sensitive is found by an index of its own, which is small, so that the rest can be counted without reading it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One partial index."""

    dependencies = [("records", "0009_in_parts")]
    operations = [
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                fields=["person_id", "kind"],
                condition=models.Q(("sensitivity", ""), _negated=True),
                name="records_item_sensitive",
            ),
        )
    ]
