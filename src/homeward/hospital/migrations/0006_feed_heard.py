"""When was a source last heard? Asked by the page of feeds, however many rows it ever sent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("hospital", "0005_hours_on_the_ledger")]
    operations = [
        migrations.AddIndex(
            model_name="feedrow", index=models.Index(fields=["source", "received_at"], name="hospital_feedrow_heard")
        )
    ]
