"""Who is at work for a team on a day, and who fell ill?"""

from django.db import models
from django.db.models import F, Q


class Shift(models.Model):
    """One member of staff on one day. `away_at`: when it was said that they will not come, or go home, and why."""

    id = models.UUIDField(primary_key=True)
    team_code = models.TextField()
    day = models.DateField()
    user_id = models.UUIDField()
    name = models.TextField()
    role_code = models.TextField()
    on_at = models.DateTimeField()
    off_at = models.DateTimeField()
    travels_by = models.TextField(default="car")
    away_at = models.DateTimeField(null=True)
    away_why = models.TextField(default="")
    said_by = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team_code", "day", "user_id"], name="rounds_shift_once"),
            models.CheckConstraint(condition=Q(off_at__gt=F("on_at")), name="rounds_shift_hours"),
            models.CheckConstraint(
                condition=Q(travels_by__in=("car", "bicycle", "foot", "bus")), name="rounds_shift_travel"
            ),
        ]
