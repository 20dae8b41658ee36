"""Which pieces of the map or of a register does the place know, from when to when?"""

from django.db import models


class Area(models.Model):
    """A declared area. An owner may name one that is still unnamed; `edited_at` marks that and survives a reload."""

    code = models.TextField(primary_key=True)
    name = models.TextField()
    kind = models.TextField()
    national_code = models.TextField(null=True)
    named = models.BooleanField()
    edited_at = models.DateTimeField(null=True)
    owner_code = models.TextField()
    review_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind"], name="directory_area_kind"),
            models.Index(fields=["national_code"], name="directory_area_national"),
        ]
