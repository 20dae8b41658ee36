"""In which role does an account act, for which organisation and with which teams?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.access.models.user import User
from homeward.foundation.ids import new_id


class Membership(models.Model):
    """One role in one organisation, from a moment and perhaps until one. One of them is chosen for each session.

    Codes are the place's; `team_codes` are the teams whose people its holder looks after.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation_code = models.CharField(max_length=100)
    role_code = models.CharField(max_length=100)
    team_codes = ArrayField(models.CharField(max_length=100), default=list)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation_code", "role_code"],
                condition=models.Q(ended_at__isnull=True),
                name="access_membership_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("started_at")),
                name="access_membership_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role_code} at {self.organisation_code}"
