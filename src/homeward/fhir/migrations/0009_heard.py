"""When was a partner last heard? Asked by the page of feeds, however many messages it ever sent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("fhir", "0008_together")]
    operations = [
        migrations.AddIndex(
            model_name="receipt", index=models.Index(fields=["partner", "at"], name="fhir_receipt_heard")
        )
    ]
