"""Which thing is taken, from when to when, for which need? Two may never overlap: PostgreSQL refuses the second."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q

STATES = ("held", "booked", "released", "expired")


class Booking(models.Model):
    """A hold that runs out at `expires_at`, or a booking. It names the need, never the person."""

    id = models.UUIDField(primary_key=True)
    unit = models.ForeignKey("capacity.Unit", on_delete=models.PROTECT, related_name="bookings")
    period = DateTimeRangeField()
    state = models.TextField()
    subject_id = models.UUIDField()
    made_at = models.DateTimeField()
    actor_name = models.TextField()
    expires_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="capacity_booking_state"),
            models.CheckConstraint(condition=~Q(period__isempty=True), name="capacity_booking_period"),
            models.CheckConstraint(
                condition=Q(state="held", expires_at__isnull=False) | ~Q(state="held"),
                name="capacity_booking_hold_ends",
            ),
            ExclusionConstraint(
                name="capacity_booking_no_overlap",
                expressions=[("unit", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=Q(state__in=("held", "booked")),
            ),
        ]
        indexes = [models.Index(fields=["subject_id"], name="capacity_booking_subject")]
