"""How many people of a bulk export were not opened because nothing of theirs has changed, and until when it is surely whole."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two more columns."""

    dependencies = [("fhir", "0015_bulk")]

    operations = [
        migrations.AddField(model_name="bulkexport", name="unchanged", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(model_name="bulkexport", name="sure_until", field=models.DateTimeField(null=True)),
    ]
