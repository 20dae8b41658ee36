"""What was decided for somebody who arrived, and by whom? Rows are only ever added; the latest one stands."""

from django.db import models
from django.db.models import Q


class Decision(models.Model):
    """One decision. A later one says why it differs."""

    id = models.UUIDField(primary_key=True)
    arrival = models.ForeignKey("front_door.Arrival", on_delete=models.PROTECT, related_name="decisions")
    person_id = models.UUIDField()
    code = models.TextField()
    title = models.TextField()
    hospital = models.BooleanField()
    words = models.TextField(default="")
    decided_by = models.TextField()
    by_name = models.TextField()
    by_user = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(decided_by=""), name="front_door_decision_has_a_name")]
        indexes = [models.Index(fields=["arrival", "at"], name="front_door_decision_arrival")]
