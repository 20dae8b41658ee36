"""By which numbers do partners' systems know a referral?"""

from django.db import models

from homeward.referrals.models.service_request import ServiceRequest


class ExternalId(models.Model):
    """A partner's identifier: it names one referral and no other."""

    id = models.BigAutoField(primary_key=True)
    referral = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="external_ids")
    person_id = models.UUIDField()
    system = models.TextField()
    value = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["system", "value"], name="referrals_external_id_once")]

    def __str__(self) -> str:
        return f"{self.system}|{self.value}"
