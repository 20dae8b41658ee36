"""Which advice was given about a need, by which named clinician? Rows are only ever added."""

from django.db import models

from homeward.referrals.models.service_request import ServiceRequest


class Advice(models.Model):
    """A signed record of advice: who decided, in which role, what they advised and what to do if it gets worse."""

    id = models.UUIDField(primary_key=True, editable=False)
    referral = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="advice")
    person_id = models.UUIDField()
    words = models.TextField()
    safety_net_words = models.TextField()
    told = models.TextField()
    closes = models.BooleanField()
    given_at = models.DateTimeField()
    given_by_id = models.UUIDField(null=True)
    given_by = models.TextField()
    given_role = models.TextField()
    organisation = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(words="") & ~models.Q(safety_net_words="") & ~models.Q(given_by=""),
                name="referrals_advice_is_whole",
            )
        ]
        indexes = [models.Index(fields=["person_id"], name="referrals_advice_person")]

    def __str__(self) -> str:
        return self.words
