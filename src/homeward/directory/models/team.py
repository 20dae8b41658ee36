"""Which teams answer needs, for which organisation, from when to when?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Team(models.Model):
    """A declared team (FHIR Organization of type team, HealthcareService.providedBy)."""

    code = models.TextField(primary_key=True)
    name = models.TextField()
    kind = models.TextField()
    organisation_code = models.TextField()
    area_codes = ArrayField(models.TextField())
    calendar_code = models.TextField()
    hub = models.BooleanField()
    proposal = models.BooleanField()
    telephone = models.TextField(null=True)
    owner_code = models.TextField()
    review_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
