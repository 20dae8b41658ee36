"""A telling may be answered by a later one, and once a human has said whom a number of a ward's system means, it is known."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One more outcome, who settled a row and when, by which later row it was answered, and the indexes that lists need."""

    dependencies = [("hospital", "0007_feed_waiting")]
    operations = [
        *(
            migrations.AddField(model_name="feedrow", name=name, field=field)
            for name, field in (
                ("local_number", models.TextField(default="")), ("settled_by", models.TextField(default="")),
                ("settled_at", models.DateTimeField(null=True)), ("answered_by", models.UUIDField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
            )
        ),
        migrations.RemoveConstraint(model_name="feedrow", name="hospital_feedrow_outcome"),
        *(
            migrations.AddConstraint(model_name="feedrow", constraint=models.CheckConstraint(condition=condition, name=name))
            for name, condition in (
                ("hospital_feedrow_outcome", Q(outcome__in=("applied", "unchanged", "refused", "waiting", "answered"))),
                (
                    "hospital_feedrow_answered_whole",
                    Q(outcome="answered", answered_by__isnull=False, answered_at__isnull=False)
                    | (~Q(outcome="answered") & Q(answered_by=None, answered_at=None)),
                ),
                (
                    "hospital_feedrow_settled_whole",
                    Q(settled_by="", settled_at=None) | (~Q(settled_by="") & Q(settled_at__isnull=False)),
                ),
            )
        ),
        *(
            migrations.AddIndex(model_name="feedrow", index=models.Index(fields=fields, name=name, condition=condition))
            for name, fields, condition in (
                ("hospital_feedrow_open", ["source"], Q(outcome__in=("refused", "waiting"))),
                ("hospital_feedrow_answered", ["team_code", "-answered_at"], Q(outcome="answered")),
                ("hospital_feedrow_settled", ["team_code", "-settled_at"], Q(settled_at__isnull=False)),
            )
        ),
    ]  # fmt: skip
