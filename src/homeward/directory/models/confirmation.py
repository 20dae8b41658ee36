"""When did somebody last say that a listing is still right?"""

from django.db import models


class Confirmation(models.Model):
    """One person's word that one listing was right at one moment. Only added to."""

    id = models.UUIDField(primary_key=True)
    kind = models.TextField()
    code = models.TextField()
    at = models.DateTimeField()
    actor_name = models.TextField()
    organisation_code = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["kind", "code", "-at"], name="directory_confirmation_of")]
