"""What was answered about a need, by whom, when? The latest answer to a question stands; rows are only ever added."""

from django.db import models
from django.db.models import Q

from homeward.referrals.models.service_request import ServiceRequest


class Answer(models.Model):
    """One answer: to a triage question, or a fact the sender gave. Exactly one of yes, number and choice is filled."""

    id = models.UUIDField(primary_key=True, editable=False)
    referral = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="answers")
    person_id = models.UUIDField()
    code = models.TextField()
    yes = models.BooleanField(null=True)
    number = models.FloatField(null=True)
    choice = models.TextField(null=True)
    answered_at = models.DateTimeField()
    answered_by = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(yes__isnull=False, number__isnull=True, choice__isnull=True)
                | Q(yes__isnull=True, number__isnull=False, choice__isnull=True)
                | Q(yes__isnull=True, number__isnull=True, choice__isnull=False),
                name="referrals_answer_is_one_thing",
            )
        ]
        indexes = [models.Index(fields=["referral", "code", "-answered_at"], name="referrals_answer_latest")]

    def __str__(self) -> str:
        return f"{self.code}: {self.value}"

    @property
    def value(self) -> bool | float | str | None:
        """The answer as rules read it."""
        return self.yes if self.yes is not None else self.number if self.number is not None else self.choice
