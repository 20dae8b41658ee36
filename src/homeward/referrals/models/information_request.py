"""What was asked about a referral, and what was answered?"""

from django.db import models
from django.db.models import Q

from homeward.referrals.models.service_request import ServiceRequest


class InformationRequest(models.Model):
    """One question to whoever sent the referral. While it is open the referral keeps its owner and its place."""

    id = models.UUIDField(primary_key=True, editable=False)
    referral = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="information_requests")
    person_id = models.UUIDField()
    words = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.TextField()
    asked_team = models.TextField()
    answer_words = models.TextField(default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(answered_at__isnull=True), name="referrals_one_open_question"
            )
        ]

    def __str__(self) -> str:
        return self.words
