"""What must a team be told that nobody in it did?"""

from django.db import models
from django.db.models import Q

from homeward.referrals.models.service_request import ServiceRequest


class Notice(models.Model):
    """One thing a team must know: a person died, moved, went into hospital or left it, a wait was escalated, every part of a need has ended."""

    id = models.UUIDField(primary_key=True, editable=False)
    referral = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="notices")
    person_id = models.UUIDField()
    team_code = models.TextField()
    kind = models.TextField()
    words = models.TextField()
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    seen_by = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["team_code", "at"], condition=Q(seen_at__isnull=True), name="referrals_notice_unseen"),
            models.Index(fields=["person_id"], name="referrals_notice_person"),
        ]

    def __str__(self) -> str:
        return self.words
