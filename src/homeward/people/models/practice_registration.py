"""With which general practice is and was this person registered?"""

from django.db import models
from django.db.models import F, Q

from homeward.people.models.person import Person


class PracticeRegistration(models.Model):
    """A dated registration (FHIR Patient.generalPractitioner), with the network and areas the practice led to that day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="registrations", db_index=False)
    practice_code = models.TextField()
    pcn_code = models.TextField(default="")
    neighbourhood_code = models.TextField(default="")
    locality_code = models.TextField(default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="people_practice_days"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(valid_to__isnull=True), name="people_practice_one_current"
            ),
        ]
        indexes = [
            models.Index(fields=["person"], name="people_practice_person"),
            models.Index(fields=["practice_code"], condition=Q(valid_to__isnull=True), name="people_practice_list"),
        ]
