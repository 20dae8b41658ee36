"""What must the next visitor know, and has anybody said that they read it?"""

from django.db import models
from django.db.models import Q


class Handover(models.Model):
    """A note about a person for their team. Unread until somebody other than its writer acknowledges it."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    team_code = models.TextField()
    words = models.TextField()
    written_by = models.TextField()
    written_user = models.UUIDField(null=True)
    written_at = models.DateTimeField()
    read_by = models.TextField(default="")
    read_user = models.UUIDField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_by="") | (Q(read_at__isnull=False) & ~Q(read_by="")),
                name="rounds_handover_read",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="rounds_handover_person"),
            models.Index(fields=["team_code"], condition=Q(read_at__isnull=True), name="rounds_handover_unread"),
        ]
