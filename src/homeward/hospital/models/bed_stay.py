"""Who is in a recovery bed, for what, until when, and how did it end?"""

from django.db import models
from django.db.models import F, Q


class BedStay(models.Model):
    """One stay in a bed for recovery (EI, P2). The Barthel index is out of 20; goals are rows of their own."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, null=True, related_name="beds_after")
    site_code = models.TextField()
    team_code = models.TextField()
    bed = models.TextField(default="")
    came_at = models.DateTimeField()
    barthel_in = models.IntegerField(null=True)
    expected_on = models.DateField(null=True)
    left_at = models.DateTimeField(null=True)
    barthel_out = models.IntegerField(null=True)
    outcome_code = models.TextField(default="")
    outcome_words = models.TextField(default="")
    destination_code = models.TextField(default="")
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(barthel_in=None) | Q(barthel_in__gte=0, barthel_in__lte=20))
                & (Q(barthel_out=None) | Q(barthel_out__gte=0, barthel_out__lte=20)),
                name="hospital_bedstay_barthel",
            ),
            models.CheckConstraint(condition=Q(left_at=None) | Q(left_at__gte=F("came_at")), name="hospital_bedstay_in_order"),
            models.CheckConstraint(
                condition=Q(left_at=None, outcome_code="", destination_code="")
                | (Q(left_at__isnull=False) & ~Q(outcome_code="") & ~Q(destination_code="")),
                name="hospital_bedstay_ends_whole",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["site_code", "came_at"], name="hospital_bedstay_site"),
            models.Index(fields=["person_id"], name="hospital_bedstay_person"),
        ]
