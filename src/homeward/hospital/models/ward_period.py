"""On which wards did somebody lie, from when to when?"""

from django.db import models
from django.db.models import Q


class WardPeriod(models.Model):
    """One time on one ward of one stay (FHIR Encounter.location). `to_at` None: they are there now."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    stay = models.ForeignKey("hospital.Stay", on_delete=models.PROTECT, related_name="wards")
    ward_code = models.TextField()
    bed = models.TextField(default="")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_at=None) | Q(to_at__gte=models.F("from_at")), name="hospital_ward_in_order"
            ),
            models.UniqueConstraint(fields=["stay"], condition=Q(to_at=None), name="hospital_ward_one_now"),
        ]
        indexes = [models.Index(fields=["person_id"], name="hospital_ward_person")]
