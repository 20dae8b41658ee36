"""Which bodies give or buy care here, from when to when?"""

from django.db import models


class Organisation(models.Model):
    """A declared organisation (FHIR Organization). Withdrawn ones keep their row and get a last day."""

    code = models.TextField(primary_key=True)
    name = models.TextField()
    kind = models.TextField()
    ods_code = models.TextField(null=True)
    part_of_code = models.TextField(null=True)
    telephone = models.TextField(null=True)
    postcode = models.TextField(null=True)
    owner_code = models.TextField()
    review_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["ods_code"], name="directory_organisation_ods")]
