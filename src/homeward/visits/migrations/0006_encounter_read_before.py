"""Who had opened the record before a contact."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One column; what was recorded before stays not known."""

    dependencies = [("visits", "0005_encounter_written_at")]
    operations = [
        migrations.AddField(model_name="encounter", name="read_before", field=models.TextField(null=True)),
        migrations.AddConstraint(
            model_name="encounter",
            constraint=models.CheckConstraint(
                condition=Q(read_before__isnull=True) | Q(read_before__in=("visitor", "team", "nobody")),
                name="visits_encounter_read_before",
            ),
        ),
    ]
