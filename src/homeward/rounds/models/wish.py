"""What does a visit ask of the round beyond what its need asks, and who keeps it?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Wish(models.Model):
    """The planner's facts of one visit, when a person set them. `kept_by`: the visit stays with these people, whoever plans."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    encounter_id = models.UUIDField(unique=True)
    minutes = models.PositiveSmallIntegerField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    carers = models.PositiveSmallIntegerField(default=1)
    critical = models.BooleanField(default=False)
    kept_by = ArrayField(models.UUIDField(), default=list)
    said_by = models.TextField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gte=F("opens_at")), name="rounds_wish_window"),
            models.CheckConstraint(condition=Q(carers__in=(1, 2)), name="rounds_wish_carers"),
            models.CheckConstraint(condition=Q(minutes__gte=5), name="rounds_wish_minutes"),
        ]
        indexes = [models.Index(fields=["person_id"], name="rounds_wish_person")]
