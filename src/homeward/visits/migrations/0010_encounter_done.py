"""A round asks what was recorded in this stretch of work: by team and moment, not by reading every visit ever made."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One index beside that of the open visits."""

    dependencies = [("visits", "0009_whose_told")]
    operations = [
        migrations.AddIndex(
            model_name="encounter",
            index=models.Index(
                fields=["team_code", "recorded_at"], name="visits_encounter_done", condition=Q(state__in=("seen", "not_seen", "stopped"))
            ),
        ),
    ]
