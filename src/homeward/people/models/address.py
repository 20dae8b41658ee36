"""Where does and did this person live?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.people.models.person import Person


class Address(models.Model):
    """A dated home (FHIR Address), with the areas it lay in on the day it began. `postcode` is upper case, one space."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses", db_index=False)
    lines = ArrayField(models.TextField())
    postcode = models.TextField(default="")
    ward_code = models.TextField(default="")
    locality_code = models.TextField(default="")
    council_code = models.TextField(default="")
    constituency_code = models.TextField(default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="people_address_days"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(valid_to__isnull=True), name="people_address_one_current"
            ),
        ]
        indexes = [
            models.Index(fields=["person"], name="people_address_person"),
            models.Index(fields=["postcode"], condition=Q(valid_to__isnull=True), name="people_address_postcode"),
        ]
