"""Which forms were begun or finished for a person?"""

from django.db import models
from django.db.models import Q

STATES = ("begun", "finished", "left", "replaced")


class QuestionnaireResponse(models.Model):
    """One filling-in of a declared form (FHIR QuestionnaireResponse).

    `fingerprint` is the meaning of the form as it was answered. `version` grows with every save, so that a page knows what it
    has not seen. A form that is an assessment is good until `valid_until`.
    `item_id` and `item_version`: it was read from what a partner sent; a later version of that replaces it.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    questionnaire_code = models.TextField()
    fingerprint = models.TextField()
    assessment = models.TextField(default="")
    sensitivity = models.TextField(default="")
    state = models.TextField()
    version = models.IntegerField(default=0)
    begun_at = models.DateTimeField()
    begun_by = models.TextField()
    finished_at = models.DateTimeField(null=True)
    finished_by = models.TextField(default="")
    finished_user = models.UUIDField(null=True)
    role = models.TextField(default="")
    organisation = models.TextField(default="")
    place_words = models.TextField(default="")
    valid_until = models.DateTimeField(null=True)
    item_id = models.UUIDField(null=True)
    item_version = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="plans_response_state"),
            models.CheckConstraint(
                condition=Q(state__in=("finished", "replaced"), finished_at__isnull=False)
                | (~Q(state__in=("finished", "replaced")) & Q(finished_at__isnull=True)),
                name="plans_response_finished",
            ),
            models.UniqueConstraint(
                fields=["item_id", "item_version"],
                condition=Q(item_id__isnull=False),
                name="plans_response_once_an_item",
            ),
        ]
        indexes = [models.Index(fields=["person_id", "-begun_at"], name="plans_response_person")]
