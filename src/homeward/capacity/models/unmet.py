"""Which needs found no capacity, where and when?"""

from django.db import models
from django.db.models import Q

from homeward.capacity.models.change import marks


class Unmet(models.Model):
    """A need (or the stay that has it: `subject_kind`) that a service could not take for want of capacity. It stays open with its owner; here it is counted."""

    id = models.UUIDField(primary_key=True)
    service_code = models.TextField()
    team_code = models.TextField()
    need_code = models.TextField()
    subject_id = models.UUIDField()
    subject_kind = models.TextField(default="need")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_id", "service_code", "team_code"],
                name="capacity_unmet_once",
                condition=Q(settled_at__isnull=True),
            )
        ]
        indexes = [
            models.Index(fields=["service_code", "at"], name="capacity_unmet_service"),
            models.Index(fields=["at"], name="capacity_unmet_when"),
        ]
        triggers = [marks()]
