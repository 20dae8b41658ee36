"""Which numbers grew too old, whom did we ask about them, and who answered?"""

from django.db import models
from django.db.models import Q


class Nudge(models.Model):
    """The owner of a line was asked whether its number is still right. One open at a time."""

    id = models.UUIDField(primary_key=True)
    line = models.ForeignKey("capacity.Line", on_delete=models.PROTECT, related_name="nudges")
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.TextField(default="", blank=True)
    still_right = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line"], condition=Q(answered_at__isnull=True), name="capacity_nudge_once"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, still_right__isnull=True)
                | Q(answered_at__isnull=False, still_right__isnull=False),
                name="capacity_nudge_answer",
            ),
        ]
