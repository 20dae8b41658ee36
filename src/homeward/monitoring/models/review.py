"""When did a senior clinician review somebody on a virtual ward, and what did they decide?"""

from django.db import models


class Review(models.Model):
    """One daily review by somebody whose role may make it."""

    id = models.UUIDField(primary_key=True)
    stay = models.ForeignKey("monitoring.Stay", on_delete=models.PROTECT, related_name="reviews")
    person_id = models.UUIDField()
    at = models.DateTimeField()
    user_id = models.UUIDField(null=True)
    actor_name = models.TextField()
    role = models.TextField()
    words = models.TextField()
    next_due_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["stay", "-at"], name="monitoring_review_stay"),
            models.Index(fields=["person_id"], name="monitoring_review_person"),
        ]
