"""Which readings came lately? Asked by the page of feeds, however many there ever were."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("monitoring", "0004_unseen")]
    operations = [
        migrations.AddIndex(
            model_name="observationset", index=models.Index(fields=["recorded_at"], name="monitoring_set_recorded")
        )
    ]
