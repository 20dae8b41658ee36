"""Which thing is taken, from when to when, for which need or stay? Two may never overlap: PostgreSQL refuses the second."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models import Q

from homeward.capacity.models.change import marks

STATES = ("held", "booked", "occupied", "promised", "left", "released", "expired", "outside")
TAKING = Q(state__in=("held", "booked", "occupied", "left", "outside"))


class Booking(models.Model):
    """A hold that runs out at `expires_at`, a booking, or somebody who is in it. It names the need, the stay or the arrival, never the person.

    `told_at`: when it was said that a hold ran out, whoever ended it.

    `line` is its unit's. Somebody who is in it has a period without an end, however long they were to stay.
    """

    id = models.UUIDField(primary_key=True)
    unit = models.ForeignKey("capacity.Unit", on_delete=models.PROTECT, related_name="bookings")
    line = models.ForeignKey("capacity.Line", on_delete=models.PROTECT, related_name="bookings", db_index=False)
    period = DateTimeRangeField()
    state = models.TextField()
    subject_id = models.UUIDField(null=True)
    subject_kind = models.TextField(default="need")
    made_at = models.DateTimeField()
    actor_name = models.TextField()
    expires_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="capacity_booking_state"),
            models.CheckConstraint(condition=~Q(period__isempty=True), name="capacity_booking_period"),
            models.CheckConstraint(
                condition=Q(state="held", expires_at__isnull=False) | ~Q(state="held"),
                name="capacity_booking_hold_ends",
            ),
            models.CheckConstraint(
                condition=Q(state="outside") | Q(subject_id__isnull=False), name="capacity_booking_for_somebody"
            ),
            models.UniqueConstraint(fields=["unit"], condition=Q(state="promised"), name="capacity_booking_one_next"),
            ExclusionConstraint(
                name="capacity_booking_no_overlap",
                expressions=[("unit", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=TAKING,
            ),
        ]
        indexes = [
            models.Index(fields=["subject_id"], name="capacity_booking_subject"),
            models.Index(fields=["expires_at"], condition=Q(state="held"), name="capacity_booking_runs_out"),
            models.Index(
                fields=["expires_at"], condition=Q(state="expired", told_at=None), name="capacity_booking_untold"
            ),
            GistIndex(OpClass("line", "gist_uuid_ops"), "period", condition=TAKING, name="capacity_booking_of_line"),
        ]
        triggers = [marks()]
