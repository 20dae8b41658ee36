"""What was advised, by whom, who decided, and who makes sure afterwards? Rows are only ever added."""

from django.db import models
from django.db.models import Q


class Advice(models.Model):
    """One signed advice on a call; the latest one stands. `digest` is the SHA-256 of its content and of the one before it."""

    id = models.UUIDField(primary_key=True)
    call = models.ForeignKey("front_door.Call", on_delete=models.PROTECT, related_name="advice")
    person_id = models.UUIDField(null=True)
    outcome_code = models.TextField()
    outcome_title = models.TextField()
    outcome_hospital = models.BooleanField()
    words = models.TextField()
    safety_words = models.TextField()
    safety_team = models.TextField()
    safety_due_at = models.DateTimeField()
    told = models.TextField()
    decided_by = models.TextField()
    decided_role = models.TextField()
    referral_id = models.UUIDField(null=True)
    given_at = models.DateTimeField()
    given_by = models.TextField()
    given_by_user = models.UUIDField(null=True)
    given_role = models.TextField()
    organisation = models.TextField()
    digest = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(safety_words="") & ~Q(decided_by=""), name="front_door_advice_is_whole"
            ),
        ]
        indexes = [models.Index(fields=["call", "given_at"], name="front_door_advice_call")]
