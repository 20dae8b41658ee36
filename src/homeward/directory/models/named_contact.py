"""Who is the named person promised to an area?"""

from django.db import models


class NamedContact(models.Model):
    """A promised name. No person means it is unset, and its owner may fill it in; `edited_at` survives a reload."""

    code = models.TextField(primary_key=True)
    area_code = models.TextField()
    title = models.TextField()
    person_name = models.TextField(null=True)
    telephone = models.TextField(null=True)
    edited_at = models.DateTimeField(null=True)
    owner_code = models.TextField()
    review_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["area_code"], name="directory_contact_area")]
