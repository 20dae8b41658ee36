"""A score that rises before it alerts by itself is an alert of its own kind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The check of the kinds anew."""

    dependencies = [("monitoring", "0006_told")]
    operations = [
        migrations.RemoveConstraint(model_name="alert", name="monitoring_alert_kind"),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.CheckConstraint(
                condition=models.Q(kind__in=("score", "rising", "worried", "late", "review")), name="monitoring_alert_kind"
            ),
        ),
    ]
