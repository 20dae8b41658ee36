"""Which copies of a person's whole record were asked for, and how far are they?"""

from django.db import models
from django.db.models import Q

from homeward.foundation.ids import new_id


class Export(models.Model):
    """One subject access copy: asked for, gathered table by table, ready as one zip, and thrown away after its days."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    asked_by_id = models.UUIDField(null=True)
    asked_by = models.TextField()
    reason = models.TextField()
    asked_at = models.DateTimeField()
    state = models.TextField(default="waiting")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    withheld = models.PositiveIntegerField(default=0)
    content = models.BinaryField(null=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.TextField(default="")
    ready_at = models.DateTimeField(null=True)
    words = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "gathering", "ready", "failed", "removed")),
                name="access_export_state",
            )
        ]
        indexes = [models.Index(fields=["asked_at"], name="access_export_newest")]

    def __str__(self) -> str:
        return f"{self.state} {self.done}/{self.total}"
