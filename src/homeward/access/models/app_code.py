"""Which codes may an app still change into tokens? Once each, within a minute."""

from django.db import models

from homeward.access.models.app_grant import AppGrant
from homeward.foundation.ids import new_id


class AppCode(models.Model):
    """An authorisation code (RFC 6749, section 4.1); only its SHA-256 is kept. `challenge` is what PKCE's verifier must hash to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    grant = models.ForeignKey(AppGrant, on_delete=models.CASCADE, related_name="codes")
    digest = models.BinaryField(max_length=32, unique=True)
    redirect_uri = models.CharField(max_length=500)
    challenge = models.CharField(max_length=43)
    nonce = models.CharField(max_length=500, default="")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"code of {self.grant_id}"
