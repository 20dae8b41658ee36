"""Which provider offered how many hours, from when?"""

from django.db import models
from django.db.models import Q

OFFER_STATES = ("open", "taken", "not_taken")


class HomeCareOffer(models.Model):
    """One offer of one provider. Only one of a request stands at a time. `line_id`: whose hours on the ledger they would be."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    request = models.ForeignKey("hospital.HomeCare", on_delete=models.PROTECT, related_name="offers")
    provider = models.TextField()
    line_id = models.UUIDField(null=True)
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    can_start_on = models.DateField()
    state = models.TextField(default="open")
    offered_at = models.DateTimeField()
    told_by = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=OFFER_STATES), name="hospital_offer_state"),
            models.UniqueConstraint(fields=["request"], condition=Q(state="taken"), name="hospital_offer_one_stands"),
        ]
        indexes = [models.Index(fields=["person_id"], name="hospital_offer_person")]
