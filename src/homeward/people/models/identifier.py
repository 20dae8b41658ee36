"""By which numbers do organisations know this person?"""

from django.db import models
from django.db.models import Q

from homeward.people.models.person import Person


class Identifier(models.Model):
    """A number in a system, dated. One current NHS number belongs to one person; a local number to one per organisation."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers", db_index=False)
    system = models.TextField()
    value = models.TextField()
    organisation_code = models.TextField(default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["value", "system", "organisation_code"],
                condition=Q(valid_to__isnull=True) & ~Q(system="disputed-nhs-number"),
                name="people_identifier_once",
            )
        ]
        indexes = [models.Index(fields=["person"], name="people_identifier_person")]
