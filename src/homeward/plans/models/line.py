"""Which lines does a plan have, and whose are they?"""

from django.db import models
from django.db.models import Q

KINDS = ("text", "goal", "action", "person", "review")
AUTHORS = ("citizen", "proxy", "staff", "partner")


class Line(models.Model):
    """One line under one heading. An action stands within its goal. Whose line it is never changes; what it says is in LineChange.

    A partner's line is one `part` of what the partner sent (`item_id`), and changes only with it.
    """

    id = models.UUIDField(primary_key=True)
    plan = models.ForeignKey("plans.CarePlan", on_delete=models.PROTECT, related_name="lines")
    person_id = models.UUIDField()
    heading = models.TextField()
    kind = models.TextField()
    within = models.ForeignKey("self", on_delete=models.PROTECT, related_name="actions", null=True)
    author_kind = models.TextField()
    author_user = models.UUIDField(null=True)
    author_name = models.TextField()
    place_words = models.TextField(default="")
    written_at = models.DateTimeField()
    item_id = models.UUIDField(null=True)
    part = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="plans_line_kind"),
            models.CheckConstraint(condition=Q(author_kind__in=AUTHORS), name="plans_line_author"),
            models.CheckConstraint(
                condition=Q(author_kind="partner", item_id__isnull=False)
                | (~Q(author_kind="partner") & Q(item_id__isnull=True)),
                name="plans_line_of_partner",
            ),
            models.UniqueConstraint(
                fields=["item_id", "part"], condition=Q(item_id__isnull=False), name="plans_line_once_a_part"
            ),
            models.CheckConstraint(
                condition=(Q(kind="action") & Q(within__isnull=False)) | (~Q(kind="action") & Q(within__isnull=True)),
                name="plans_line_action_within_goal",
            ),
        ]
