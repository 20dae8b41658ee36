"""What is and was this person called?"""

from django.db import models
from django.db.models import Q

from homeward.people.models.person import Person
from homeward.people.vocabulary import NAME_USES


class PersonName(models.Model):
    """A dated name (FHIR HumanName). A person with one name has it as `family` and no `given`.

    The migration adds generated columns that searches compare, and a foreign key over (person, birth date): the copy
    of the birth date here lets one index answer 'this surname, born that day', and the key keeps the copy true. It also
    adds the indexes, which carry those columns.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="names", db_index=False)
    use = models.TextField(default="usual")
    family = models.TextField()
    given = models.TextField(default="")
    prefix = models.TextField(default="")
    birth_date = models.DateField(null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(use__in=list(NAME_USES)), name="people_name_use"),
            models.CheckConstraint(condition=~Q(family=""), name="people_name_family"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(use="usual", valid_to__isnull=True), name="people_name_one_usual"
            ),
        ]
