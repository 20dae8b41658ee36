"""Who agreed with the plan, and which line does the person dispute, in which words? Rows are only ever added."""

from django.db import models
from django.db.models import Q

KINDS = ("agree", "dispute", "settle")


class Stance(models.Model):
    """One saying about the plan: agreement with the whole as it stood, a dispute of a line, or the end of a dispute.

    `by_kind` staff with `agree`: what the person said, written down by somebody else, and shown as that.
    """

    id = models.UUIDField(primary_key=True)
    plan = models.ForeignKey("plans.CarePlan", on_delete=models.PROTECT, related_name="stances")
    line = models.ForeignKey("plans.Line", on_delete=models.PROTECT, related_name="stances", null=True)
    person_id = models.UUIDField()
    kind = models.TextField()
    words = models.TextField(default="")
    plan_version = models.IntegerField()
    by_kind = models.TextField()
    by_user = models.UUIDField(null=True)
    by_name = models.TextField()
    place_words = models.TextField(default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="plans_stance_kind"),
            models.CheckConstraint(
                condition=(Q(kind="agree") & Q(line__isnull=True)) | (~Q(kind="agree") & Q(line__isnull=False)),
                name="plans_stance_of_line",
            ),
            models.CheckConstraint(condition=~Q(kind="dispute") | ~Q(words=""), name="plans_stance_dispute_says_why"),
            models.CheckConstraint(condition=Q(kind="agree") | ~Q(by_kind="staff"), name="plans_stance_is_their_own"),
        ]
        indexes = [models.Index(fields=["person_id", "plan_version"], name="plans_stance_plan")]
