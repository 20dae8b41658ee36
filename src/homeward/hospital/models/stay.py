"""Who is or was an inpatient, where, and where did they go?"""

from django.db import models
from django.db.models import F, Q

from homeward.hospital.vocabulary import STANDINGS


class Standing(models.Manager["Stay"]):
    """The stays that stand: those entered in error are told of by `Stay.told` alone, and count nowhere."""

    def get_queryset(self) -> models.QuerySet["Stay"]:
        return super().get_queryset().filter(struck_at=None)


class Stay(models.Model):
    """One stay in a hospital (FHIR Encounter, class IMP).

    `standing` and `ready_at` are what the rule makes of the criteria history, kept for search; `recommended`, `agreed`
    and `actual` are the latest of the choices; `flow_team` and `hub_team` answer for it. `source` and `source_id` are
    where a feed told of it, once. `struck_at`: it was never theirs (FHIR Encounter.status entered-in-error).
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    hospital_code = models.TextField()
    ward_code = models.TextField()
    bed = models.TextField(default="")
    admitted_at = models.DateTimeField()
    method_code = models.TextField(default="")
    reason_words = models.TextField(default="")
    from_care_home = models.BooleanField(default=False)
    expected_on = models.DateField(null=True)
    standing = models.TextField(default="unknown")
    ready_at = models.DateTimeField(null=True)
    recommended = models.TextField(default="")
    agreed = models.TextField(default="")
    actual = models.TextField(default="")
    delay_code = models.TextField(default="")
    left_at = models.DateTimeField(null=True)
    destination_code = models.TextField(default="")
    flow_team = models.TextField()
    hub_team = models.TextField()
    source = models.TextField(default="")
    source_id = models.TextField(default="")
    added_at = models.DateTimeField()
    version = models.IntegerField(default=1)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.TextField(default="")
    struck_words = models.TextField(default="")

    objects = Standing()
    told = models.Manager["Stay"]()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(standing__in=tuple(STANDINGS)), name="hospital_stay_standing"),
            models.CheckConstraint(condition=Q(left_at=None) | Q(left_at__gte=F("admitted_at")), name="hospital_stay_leaves_after_coming"),
            models.CheckConstraint(
                condition=(Q(left_at=None) & Q(destination_code="")) | (Q(left_at__isnull=False) & ~Q(destination_code="")),
                name="hospital_stay_goes_somewhere",
            ),
            models.CheckConstraint(
                condition=(Q(standing="no_longer_meets") & Q(ready_at__isnull=False))
                | (~Q(standing="no_longer_meets") & Q(ready_at=None)),
                name="hospital_stay_ready_since",
            ),
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~Q(source_id="") & Q(struck_at=None), name="hospital_stay_told_once"
            ),
            models.CheckConstraint(
                condition=Q(struck_at=None, struck_by="", struck_words="")
                | (Q(struck_at__isnull=False) & ~Q(struck_by="") & ~Q(struck_words="")),
                name="hospital_stay_struck_whole",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["hospital_code", "ward_code"], name="hospital_stay_in", condition=Q(left_at=None)),
            models.Index(fields=["person_id", "admitted_at"], name="hospital_stay_person"),
            models.Index(fields=["hospital_code", "left_at"], name="hospital_stay_left"),
        ]
