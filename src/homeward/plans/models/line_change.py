"""What has a line said, in which order, and who changed it? Rows are only ever added; the last one stands."""

from django.db import models
from django.db.models import Q

STATES = ("stands", "done", "stopped")


class LineChange(models.Model):
    """One saying of a line: the first is its writing. `plan_version` is the plan's version that it made."""

    id = models.BigAutoField(primary_key=True)
    line = models.ForeignKey("plans.Line", on_delete=models.PROTECT, related_name="changes")
    person_id = models.UUIDField()
    number = models.IntegerField()
    plan_version = models.IntegerField()
    words = models.TextField()
    owner_words = models.TextField(default="")
    due_on = models.DateField(null=True)
    state = models.TextField(default="stands")
    why = models.TextField(default="")
    by_kind = models.TextField()
    by_user = models.UUIDField(null=True)
    by_name = models.TextField()
    place_words = models.TextField(default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="plans_linechange_once"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="plans_linechange_state"),
            models.CheckConstraint(condition=~Q(words=""), name="plans_linechange_says_something"),
        ]
        indexes = [models.Index(fields=["person_id", "plan_version"], name="plans_linechange_plan")]
