"""Who has come to which front door, when, and how does it stand?"""

from django.db import models
from django.db.models import Q


class Arrival(models.Model):
    """One arrival at a hospital's front door. `intended_…` and `decided_…` repeat its intention and latest decision, for lists.

    `eligible` and `called`: was the rule about ringing first about them, and had the crew rung? Empty where nobody conveyed.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    door_code = models.TextField()
    way_code = models.TextField()
    why_words = models.TextField(default="")
    conveyed = models.BooleanField()
    eligible = models.BooleanField(null=True)
    called = models.BooleanField(null=True)
    arrived_at = models.DateTimeField()
    added_at = models.DateTimeField()
    added_by = models.TextField()
    key = models.TextField(null=True, unique=True)
    intended_at = models.DateTimeField(null=True)
    intended_title = models.TextField(default="")
    intended_hospital = models.BooleanField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_title = models.TextField(default="")
    decided_hospital = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True) | Q(intended_at__isnull=False),
                name="front_door_meant_before_decided",
            ),
        ]
        indexes = [
            models.Index(fields=["door_code", "-arrived_at"], name="front_door_arrival_lately"),
            models.Index(
                fields=["door_code", "arrived_at"], name="front_door_arrival_open", condition=Q(decided_at__isnull=True)
            ),
            models.Index(fields=["person_id"], name="front_door_arrival_person"),
        ]
