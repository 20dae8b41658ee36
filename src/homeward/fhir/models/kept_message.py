"""What did a message say, word for word?"""

from django.db import models


class KeptMessage(models.Model):
    """The message exactly as it came, with its SHA-256, behind the gate of the person it is about."""

    id = models.UUIDField(primary_key=True, editable=False)  # the receipt's
    person_id = models.UUIDField()
    referral_id = models.UUIDField()
    received = models.TextField()
    sha256 = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="fhir_kept_message_person")]

    def __str__(self) -> str:
        return str(self.id)
