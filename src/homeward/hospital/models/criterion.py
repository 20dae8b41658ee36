"""What did the wards say about whether somebody needs to be in hospital? Rows are only ever added."""

from django.db import models
from django.db.models import Q


class Criterion(models.Model):
    """One saying: from `from_at` on the person meets criteria to reside, or no longer does.

    `number` counts the sayings of one stay. `reasons` are codes of the criteria that are met. `voids` names an earlier
    number that was said in error; such a row says nothing else.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, related_name="criteria")
    number = models.IntegerField()
    meets = models.BooleanField()
    reasons = models.JSONField(default=list)
    words = models.TextField(default="")
    from_at = models.DateTimeField()
    voids = models.IntegerField(null=True)
    said_at = models.DateTimeField()
    said_by = models.TextField()
    said_team = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stay", "number"], name="hospital_criterion_order"),
            models.UniqueConstraint(fields=["stay", "voids"], condition=Q(voids__isnull=False), name="hospital_criterion_void_once"),
            models.CheckConstraint(condition=Q(from_at__lte=models.F("said_at")), name="hospital_criterion_not_ahead"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["person_id"], name="hospital_criterion_person")]
