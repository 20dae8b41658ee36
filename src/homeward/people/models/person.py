"""Who is this person, in the facts that hold for them as a whole?"""

from django.db import models
from django.db.models import Q

from homeward.people.vocabulary import NUMBER_STATUSES, SEXES


class Person(models.Model):
    """One human being (FHIR Patient). Names, numbers, homes and practices are dated rows of their own.

    `practice_code` … `locality_code` repeat the newest of those rows, so that lists need no join.
    `review_reason` is not empty while somebody must still decide whether this is who it says. `joined_to` is the
    record that this one was joined to: such a person opens no more, and their id leads there.
    """

    id = models.UUIDField(primary_key=True)
    sex = models.TextField(default="unknown")
    gender = models.TextField(default="")
    birth_date = models.DateField(null=True)
    death_at = models.DateTimeField(null=True)
    death_source = models.TextField(default="")
    language_code = models.TextField(default="")
    interpreter_needed = models.BooleanField(default=False)
    access_needs = models.TextField(default="")
    nhs_number_status = models.TextField(default="none")
    restricted = models.BooleanField(default=False)
    usual_place = models.TextField(default="")
    practice_code = models.TextField(default="")
    ward_code = models.TextField(default="")
    neighbourhood_code = models.TextField(default="")
    locality_code = models.TextField(default="")
    review_reason = models.TextField(default="")
    registered_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    joined_to = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sex__in=list(SEXES)), name="people_person_sex"),
            models.CheckConstraint(
                condition=Q(nhs_number_status__in=list(NUMBER_STATUSES)), name="people_person_number"
            ),
            models.CheckConstraint(
                condition=Q(death_at__isnull=True, death_source="") | (Q(death_at__isnull=False) & ~Q(death_source="")),
                name="people_person_death",
            ),
        ]
        indexes = [
            models.Index(fields=["registered_at"], name="people_person_registered"),
            models.Index(fields=["registered_at"], condition=~Q(review_reason=""), name="people_person_review"),
            models.Index(fields=["changed_at", "id"], name="people_person_changed_id"),
            models.Index(fields=["joined_to"], condition=Q(joined_to__isnull=False), name="people_person_joined"),
        ]
