"""A ServiceRequest posted as a resource of its own is kept with a receipt too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more kind of receipt."""

    dependencies = [("fhir", "0003_reading")]
    operations = [
        migrations.RemoveConstraint("receipt", "fhir_receipt_kind_known"),
        migrations.AddConstraint(
            "receipt",
            models.CheckConstraint(
                condition=models.Q(("kind__in", ("new", "update", "cancel", "create"))), name="fhir_receipt_kind_known"
            ),
        ),
    ]
