"""Who waits for, is in, or was in a bed beside the door, since when, and where did they go from there?"""

from django.db import models
from django.db.models import F, Q


class DoorBed(models.Model):
    """One bed for one arrival: waited for since `asked_at`, taken at `came_at`, free once they have left.

    Whoever is moved leaves one bed and is in the next: `moved_from` is the row of the bed they had, `since` when they came to the
    first of them. `ended_at`: nothing came of it (no bed was needed any more, or they were never in it), and why. `booking_id` is the taking
    on the ledger of capacity, which names the arrival.
    """

    id = models.UUIDField(primary_key=True)
    arrival = models.ForeignKey("front_door.Arrival", on_delete=models.PROTECT, related_name="beds")
    person_id = models.UUIDField()
    service_code = models.TextField()
    team_code = models.TextField()
    asked_at = models.DateTimeField()
    unit_id = models.UUIDField(null=True)
    booking_id = models.UUIDField(null=True)
    label = models.TextField(default="")
    came_at = models.DateTimeField(null=True)
    put_by = models.TextField(default="")
    left_at = models.DateTimeField(null=True)
    left_to = models.TextField(default="")
    left_by = models.TextField(default="")
    moved_from = models.UUIDField(null=True)
    since = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_words = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(came_at=None, unit_id=None, booking_id=None)
                | Q(came_at__isnull=False, unit_id__isnull=False, booking_id__isnull=False),
                name="front_door_bed_taken_whole",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None, left_to="") | (Q(left_at__gte=F("came_at")) & ~Q(left_to="")),
                name="front_door_bed_left_whole",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | (Q(left_at=None) & ~Q(ended_words="")), name="front_door_bed_ended_why"
            ),
            models.UniqueConstraint(
                fields=["arrival"], condition=Q(left_at=None, ended_at=None), name="front_door_bed_one_open"
            ),
        ]
        indexes = [
            models.Index(
                fields=["service_code", "asked_at"],
                name="front_door_bed_open",
                condition=Q(left_at=None, ended_at=None),
            ),
            models.Index(fields=["arrival", "asked_at"], name="front_door_bed_arrival"),
            models.Index(fields=["person_id"], name="front_door_bed_person"),
        ]
