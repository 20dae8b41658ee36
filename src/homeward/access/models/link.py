"""What may somebody without an account do through the one link they were sent?"""

from django.db import models

from homeward.foundation.ids import new_id


class Link(models.Model):
    """A link with one purpose, until a moment and for so many uses. Only the SHA-256 of its token is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=30)
    digest = models.BinaryField(max_length=32, unique=True)
    person_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    organisation_code = models.CharField(max_length=100)
    held_by = models.CharField(max_length=200)
    issued_by = models.CharField(max_length=200)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    uses_left = models.PositiveIntegerField(null=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("issued_at")),
                name="access_link_expires_after_issue",
            )
        ]
        indexes = [models.Index(fields=["subject_id"], name="access_link_subject")]

    def __str__(self) -> str:
        return f"{self.kind} link for {self.held_by}"
