"""Which way home was recommended, agreed and really taken, and why do they differ? Rows are only ever added."""

from django.db import models
from django.db.models import Q

from homeward.hospital.vocabulary import KINDS


class Choice(models.Model):
    """One choice of a pathway. `why_code` is forced by the action where it differs from what was recommended."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, related_name="choices")
    kind = models.TextField()
    pathway = models.TextField()
    differs = models.BooleanField(default=False)
    why_code = models.TextField(default="")
    why_words = models.TextField(default="")
    review_on = models.DateField(null=True)
    chosen_at = models.DateTimeField()
    chosen_by = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=tuple(KINDS)), name="hospital_choice_kind"),
            models.CheckConstraint(condition=Q(differs=False) | ~Q(why_code=""), name="hospital_choice_says_why"),
        ]
        indexes = [models.Index(fields=["person_id"], name="hospital_choice_person")]
