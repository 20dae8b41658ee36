"""Which rounds were planned for a team's day, at which trade, and what did each come to?"""

from django.db import models
from django.db.models import Q

STATES = ("waiting", "planning", "ready", "used", "failed")


class Run(models.Model):
    """One planning of a day by the house, asked for by somebody. `used`: it became the round that people go."""

    id = models.UUIDField(primary_key=True)
    team_code = models.TextField()
    day = models.DateField()
    kind = models.TextField()
    trade = models.TextField()
    why = models.TextField(default="")
    state = models.TextField(default="waiting")
    done = models.PositiveSmallIntegerField(default=0)
    seconds = models.FloatField()
    asked_by = models.TextField()
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    used_by = models.TextField(default="")
    visits = models.PositiveSmallIntegerField(default=0)
    travel = models.FloatField(default=0)
    late = models.FloatField(default=0)
    new_faces = models.PositiveSmallIntegerField(default=0)
    left_out = models.PositiveSmallIntegerField(default=0)
    changed = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="rounds_run_state"),
            models.CheckConstraint(condition=Q(kind__in=("plan", "replan")), name="rounds_run_kind"),
            models.CheckConstraint(condition=Q(done__lte=100), name="rounds_run_done"),
        ]
        indexes = [models.Index(fields=["team_code", "day", "-asked_at"], name="rounds_run_day")]
