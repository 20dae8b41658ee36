"""Which team offers which service, in which areas, from when to when?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class HealthcareService(models.Model):
    """One service as one team offers it (FHIR HealthcareService); its meaning is the declaration with this fingerprint."""

    code = models.TextField(primary_key=True)
    service_code = models.TextField()
    team_code = models.TextField()
    area_codes = ArrayField(models.TextField())
    title = models.TextField()
    fingerprint = models.TextField()
    owner_code = models.TextField()
    review_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["service_code"], name="directory_offer_service")]
