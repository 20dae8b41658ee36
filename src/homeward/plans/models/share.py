"""Which assessments were given to a provider to trust?"""

from django.db import models
from django.db.models import Q

STATES = ("shared", "queried", "answered", "accepted", "withdrawn", "ended")
GONE = ("withdrawn", "ended")


class TrustedShare(models.Model):
    """One assessment, one provider, under one agreement. When its window is over the ground to open the record is
    gone (`closed_at`), and what nobody has decided by then has ended.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    response = models.ForeignKey("plans.QuestionnaireResponse", on_delete=models.PROTECT, related_name="shares")
    agreement_code = models.TextField()
    assessor_code = models.TextField()
    provider_code = models.TextField()
    state = models.TextField()
    shared_at = models.DateTimeField()
    shared_by = models.TextField()
    shared_user = models.UUIDField(null=True)
    valid_until = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.TextField(default="")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="plans_share_state"),
            models.UniqueConstraint(
                fields=["response", "provider_code"],
                condition=~Q(state__in=GONE),
                name="plans_share_once_a_provider",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="plans_share_person"),
            models.Index(fields=["valid_until"], condition=Q(closed_at__isnull=True), name="plans_share_standing"),
            models.Index(fields=["provider_code", "-shared_at"], name="plans_share_provider"),
        ]
