"""Which service is looking after whom, at which stage, since when?"""

from django.db import models
from django.db.models import F, Q


class EpisodeOfCare(models.Model):
    """A stretch of care by one service and team, read by the declaration it opened under (FHIR EpisodeOfCare).

    The keyworker (careManager) is the colleague who holds it by name. `keyworker_since` and `keyworker_by` are of the last
    change, also when that took them away; `keyworker_version` counts the changes.
    """

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
    keyworker_user = models.UUIDField(null=True)
    keyworker_name = models.TextField(default="", db_default="")
    keyworker_since = models.DateTimeField(null=True)
    keyworker_by = models.TextField(default="", db_default="")
    keyworker_version = models.IntegerField(default=0, db_default=0)

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
            models.CheckConstraint(
                condition=(Q(keyworker_user__isnull=True) & Q(keyworker_name=""))
                | (Q(keyworker_user__isnull=False) & ~Q(keyworker_name="") & Q(keyworker_since__isnull=False)),
                name="episodes_episode_keyworker",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="episodes_episode_person"),
            models.Index(fields=["team_code"], name="episodes_episode_team", condition=Q(closed_at__isnull=True)),
        ]
