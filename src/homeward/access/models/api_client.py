"""Which partner systems may talk to Homeward, for whom and about what?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.foundation.ids import new_id


class ApiClient(models.Model):
    """A partner's system. It acts in a machine role of the place, within the scopes it was given.

    One with `redirect_uris` is an app: people let it act for them. A `public` one cannot keep a secret, so it has none.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client_id = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    secret_digest = models.BinaryField(max_length=32)
    organisation_code = models.CharField(max_length=100)
    role_code = models.CharField(max_length=100)
    scopes = ArrayField(models.CharField(max_length=100), default=list)
    redirect_uris = ArrayField(models.CharField(max_length=500), default=list)
    launch_url = models.CharField(max_length=500, default="")
    public = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
