"""What a visitor measured is watched by the same rules, for somebody who is on no ward."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """The state `visited`: one for each need and service, owing nothing; it need not hang on an episode."""

    dependencies = [("monitoring", "0007_rising")]
    operations = [
        migrations.AlterField(model_name="stay", name="episode_id", field=models.UUIDField(null=True)),
        migrations.RemoveConstraint(model_name="stay", name="monitoring_stay_state"),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=Q(state__in=("on", "in_hospital", "visited", "ended")), name="monitoring_stay_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.UniqueConstraint(
                fields=["referral_id", "service_code"], condition=Q(state="visited"), name="monitoring_stay_visited_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=~Q(state="visited")
                | Q(next_due_at__isnull=True, review_due_at__isnull=True, booking_id__isnull=True),
                name="monitoring_stay_visited_owes_nothing",
            ),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(fields=["team_code"], name="monitoring_stay_visited", condition=Q(state="visited")),
        ),
    ]
