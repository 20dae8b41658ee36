"""What was measured, by whom, and what did it add up to? What was not measured is null, and then there is no total."""

from django.db import models
from django.db.models import Q

SIGNS = (
    "respiratory_rate", "spo2", "supplemental_oxygen", "systolic_bp", "heart_rate", "consciousness", "temperature",
)  # fmt: skip
SOURCES = ("staff", "carer", "device")
_WHOLE = Q(**{f"{sign}__isnull": False for sign in SIGNS})


class ObservationSet(models.Model):
    """One set of observations. `spo2_scale` is the person's at that moment. A total stands only where every sign was taken.

    What was entered in error is struck, never removed. `key` comes from the page or the device, so that nothing counts twice.
    """

    id = models.UUIDField(primary_key=True)
    stay = models.ForeignKey("monitoring.Stay", on_delete=models.PROTECT, related_name="sets")
    person_id = models.UUIDField()
    taken_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    source = models.TextField()
    actor_name = models.TextField()
    respiratory_rate = models.FloatField(null=True)
    spo2 = models.FloatField(null=True)
    spo2_scale = models.TextField()
    supplemental_oxygen = models.TextField(null=True)
    systolic_bp = models.FloatField(null=True)
    heart_rate = models.FloatField(null=True)
    consciousness = models.TextField(null=True)
    temperature = models.FloatField(null=True)
    total = models.SmallIntegerField(null=True)
    response = models.TextField(default="")
    at_least = models.TextField(default="")
    worried = models.BooleanField(default=False)
    words = models.TextField(default="")
    key = models.TextField(null=True, unique=True)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.TextField(default="")
    struck_why = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(source__in=SOURCES), name="monitoring_set_source"),
            models.CheckConstraint(
                condition=(Q(total__isnull=False) & _WHOLE & ~Q(response=""))
                | (Q(total__isnull=True) & ~_WHOLE & Q(response="")),
                name="monitoring_set_whole",
            ),
            models.CheckConstraint(
                condition=Q(consciousness__isnull=True) | Q(consciousness__in=("A", "C", "V", "P", "U")),
                name="monitoring_set_acvpu",
            ),
            models.CheckConstraint(
                condition=Q(supplemental_oxygen__isnull=True) | Q(supplemental_oxygen__in=("0", "1")),
                name="monitoring_set_oxygen",
            ),
        ]
        indexes = [
            models.Index(fields=["stay", "-taken_at"], name="monitoring_set_stay"),
            models.Index(fields=["person_id"], name="monitoring_set_person"),
            models.Index(fields=["recorded_at"], name="monitoring_set_recorded"),
        ]
