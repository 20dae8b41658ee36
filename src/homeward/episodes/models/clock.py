"""Which waits run for whom, and when is each due? One row a clock and need, computed from its marks and kept for search."""

from django.db import models
from django.db.models import F, Q

PHASES = ("withdrawn", "waiting", "running", "paused", "stopped", "abandoned")


class Clock(models.Model):
    """A declared clock on one need (`subject_id`), pinned to the declaration and the calendar it began under.

    Everything after `calendar_fingerprint` follows from the marks and can be rebuilt from the event log.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    subject_id = models.UUIDField()
    code = models.TextField()
    fingerprint = models.TextField()
    calendar_fingerprint = models.TextField()
    target = models.DurationField()
    phase = models.TextField()
    started_at = models.DateTimeField(null=True)
    running_since = models.DateTimeField(null=True)
    counted = models.DurationField()
    paused_at = models.DateTimeField(null=True)
    paused_for = models.TextField(default="")
    ended_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    late_from = models.DateTimeField(null=True)
    met = models.BooleanField(null=True)
    rungs_climbed = models.SmallIntegerField(default=0)
    next_rung_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_id", "code"], name="episodes_clock_once"),
            models.CheckConstraint(condition=Q(phase__in=PHASES), name="episodes_clock_phase"),
            models.CheckConstraint(
                condition=Q(started_at__isnull=False) | Q(phase__in=("withdrawn", "waiting")),
                name="episodes_clock_started",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")), name="episodes_clock_forwards"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=False) | ~Q(phase__in=("stopped", "abandoned")),
                name="episodes_clock_ended",
            ),
            models.CheckConstraint(
                condition=Q(met__isnull=True) | Q(phase__in=("stopped", "withdrawn")), name="episodes_clock_met"
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="episodes_clock_person"),
            models.Index(fields=["next_rung_at"], name="episodes_clock_rung", condition=Q(next_rung_at__isnull=False)),
            models.Index(fields=["due_at"], name="episodes_clock_due", condition=Q(phase="running")),
        ]
