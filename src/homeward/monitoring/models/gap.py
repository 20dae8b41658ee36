"""Why is somebody not being watched for a while, since when, and until when at the latest?"""

from django.db import models
from django.db.models import F, Q


class Gap(models.Model):
    """A stretch without observations, with its reason and its end. `refused`: the person said no to being measured."""

    id = models.UUIDField(primary_key=True)
    stay = models.ForeignKey("monitoring.Stay", on_delete=models.PROTECT, related_name="gaps")
    person_id = models.UUIDField()
    reason_code = models.TextField()
    reason_title = models.TextField()
    refused = models.BooleanField(default=False)
    words = models.TextField(default="")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    told_by = models.TextField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_at__gt=F("from_at")), name="monitoring_gap_ends"),
            models.UniqueConstraint(fields=["stay"], condition=Q(ended_at__isnull=True), name="monitoring_gap_once"),
        ]
        indexes = [models.Index(fields=["person_id"], name="monitoring_gap_person")]
