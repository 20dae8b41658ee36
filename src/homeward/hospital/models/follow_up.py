"""Where is somebody 91 days after they left, and who found out?"""

from django.db import models
from django.db.models import Q


class FollowUp(models.Model):
    """One question with a day and a team that answers it. 'Could not be found out' is an answer; silence is not."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, null=True, related_name="follow_ups")
    bed_stay = models.ForeignKey("hospital.BedStay", on_delete=models.PROTECT, null=True, related_name="follow_ups")
    team_code = models.TextField()
    due_on = models.DateField()
    answer_code = models.TextField(default="")
    words = models.TextField(default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answer_code="") | (Q(answered_at__isnull=False) & ~Q(answer_code="")),
                name="hospital_followup_answered",
            ),
            models.UniqueConstraint(fields=["stay"], condition=Q(stay__isnull=False), name="hospital_followup_once"),
        ]
        indexes = [
            models.Index(fields=["team_code", "due_on"], name="hospital_followup_due", condition=Q(answered_at=None)),
            models.Index(fields=["person_id"], name="hospital_followup_person"),
        ]
