"""A telling may wait until a human has said whom it is about."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One more outcome, and an index for those that wait."""

    dependencies = [("hospital", "0006_feed_heard")]
    operations = [
        migrations.RemoveConstraint(model_name="feedrow", name="hospital_feedrow_outcome"),
        migrations.AddConstraint(
            model_name="feedrow",
            constraint=models.CheckConstraint(
                condition=Q(outcome__in=("applied", "unchanged", "refused", "waiting")), name="hospital_feedrow_outcome"
            ),
        ),
        migrations.AddConstraint(
            model_name="feedrow",
            constraint=models.CheckConstraint(
                condition=~Q(outcome="waiting") | Q(person_id=None), name="hospital_feedrow_of_nobody_yet"
            ),
        ),
        migrations.AddIndex(
            model_name="feedrow",
            index=models.Index(
                fields=["team_code", "received_at"], name="hospital_feedrow_waiting", condition=Q(outcome="waiting")
            ),
        ),
    ]
