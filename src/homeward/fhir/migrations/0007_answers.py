"""A partner's answer to a referral that we sent is kept like any other message."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("fhir", "0006_joined"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="receipt",
            name="fhir_receipt_kind_known",
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ("new", "update", "cancel", "create", "answer"))),
                name="fhir_receipt_kind_known",
            ),
        ),
    ]
