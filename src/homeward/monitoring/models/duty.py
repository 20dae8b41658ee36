"""Who holds the alerts of a team now, by name? Nothing here is about a patient."""

from django.db import models
from django.db.models import F, Q


class Duty(models.Model):
    """One colleague on duty for a team's alerts, from when they took it to when it ends at the latest."""

    id = models.UUIDField(primary_key=True)
    team_code = models.TextField()
    user_id = models.UUIDField()
    name = models.TextField()
    role = models.TextField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(until_at__gt=F("from_at")), name="monitoring_duty_ends")]
        indexes = [models.Index(fields=["team_code", "until_at"], name="monitoring_duty_team")]
