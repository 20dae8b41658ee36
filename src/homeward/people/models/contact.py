"""How is this person reached, and who cares for them?"""

from django.db import models
from django.db.models import Q

from homeward.people.models.person import Person
from homeward.people.vocabulary import CONTACT_KINDS


class Contact(models.Model):
    """A telephone number or address of the person, or a carer or next of kin (FHIR Patient.telecom and .contact)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts", db_index=False)
    kind = models.TextField()
    value = models.TextField(default="")
    name = models.TextField(default="")
    relationship = models.TextField(default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kind__in=list(CONTACT_KINDS)), name="people_contact_kind")]
        indexes = [models.Index(fields=["person"], name="people_contact_person")]
