"""What a task is about: each package sets right the tasks about its own things, and what nobody knows stays unknown."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One column, held to the kinds that there are."""

    dependencies = [("episodes", "0005_keyworker")]
    operations = [
        migrations.AddField(model_name="task", name="subject_kind", field=models.TextField(default="", db_default="")),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=Q(subject_kind__in=("", "referral", "stay", "follow_up", "call")), name="episodes_task_subject_kind"
            ),
        ),
    ]
