"""Which service is looking after whom, at which stage, since when?"""

from django.db import models
from django.db.models import F, Q


class EpisodeOfCare(models.Model):
    """A stretch of care by one service and team, read by the declaration it opened under (FHIR EpisodeOfCare)."""

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    referral_id = models.UUIDField()
    service_code = models.TextField()
    team_code = models.TextField()
    fingerprint = models.TextField()
    stage = models.TextField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    outcome_code = models.TextField(null=True)
    outcome_words = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["referral_id", "service_code"],
                name="episodes_episode_open_once",
                condition=Q(closed_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=(Q(closed_at__isnull=True) & Q(outcome_code__isnull=True))
                | (Q(closed_at__isnull=False) & Q(outcome_code__isnull=False) & Q(closed_at__gte=F("opened_at"))),
                name="episodes_episode_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="episodes_episode_person"),
            models.Index(fields=["team_code"], name="episodes_episode_team", condition=Q(closed_at__isnull=True)),
        ]
