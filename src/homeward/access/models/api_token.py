"""Which short-lived tokens do partner systems hold?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.access.models.api_client import ApiClient
from homeward.foundation.ids import new_id


class ApiToken(models.Model):
    """An opaque bearer token; only its SHA-256 is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client = models.ForeignKey(ApiClient, on_delete=models.CASCADE, related_name="tokens")
    digest = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=100), default=list)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"token of {self.client_id}"
