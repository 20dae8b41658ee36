"""Which versions of each declaration has this place ever had?"""

from django.db import models


class Declaration(models.Model):
    """One meaning of one declaration, kept for good: what began under it is read by it, whatever the files say now."""

    kind = models.TextField()
    code = models.TextField()
    fingerprint = models.TextField()
    body = models.JSONField()
    first_seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "code", "fingerprint"], name="directory_declaration_version")
        ]
        indexes = [models.Index(fields=["fingerprint"], name="directory_declaration_mark")]
