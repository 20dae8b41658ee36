"""Which deliveries came in, from whom, and how far is each?"""

from django.db import models
from django.db.models import Q

from homeward.records.vocabulary import RUN_STATES


class Run(models.Model):
    """One delivery of one source: read, compared, and (unless it was a dry run) applied. `at` moments are the caller's."""

    id = models.UUIDField(primary_key=True)
    source = models.TextField()
    state = models.TextField()
    dry_run = models.BooleanField()
    by_user = models.UUIDField(null=True)
    by_name = models.TextField()
    started_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    doubles_marked = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=list(RUN_STATES)), name="records_run_state")]
        indexes = [models.Index(fields=["-started_at"], name="records_run_newest")]

    def __str__(self) -> str:
        return f"{self.source} {self.started_at:%Y-%m-%d %H:%M}"
