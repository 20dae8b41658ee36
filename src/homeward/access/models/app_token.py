"""Which tokens does an app hold for somebody: to read with, and to get the next one with?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.access.models.app_grant import AppGrant
from homeward.foundation.ids import new_id


class AppToken(models.Model):
    """An access or refresh token of a grant; only its SHA-256 is kept. A refresh token that was used is remembered as used."""

    ACCESS, REFRESH = "access", "refresh"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    grant = models.ForeignKey(AppGrant, on_delete=models.CASCADE, related_name="tokens")
    kind = models.CharField(max_length=10, choices=[(ACCESS, "access"), (REFRESH, "refresh")])
    digest = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=100), default=list)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} token of {self.grant_id}"
