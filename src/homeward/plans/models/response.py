"""Which forms were begun or finished for a person?"""

from django.db import models
from django.db.models import Q

STATES = ("begun", "finished", "left")


class QuestionnaireResponse(models.Model):
    """One filling-in of a declared form (FHIR QuestionnaireResponse).

    `fingerprint` is the meaning of the form as it was answered. `version` grows with every save, so that a page knows what it
    has not seen. A form that is an assessment is good until `valid_until`.
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

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="plans_response_state"),
            models.CheckConstraint(
                condition=Q(state="finished", finished_at__isnull=False)
                | (~Q(state="finished") & Q(finished_at__isnull=True)),
                name="plans_response_finished",
            ),
        ]
        indexes = [models.Index(fields=["person_id", "-begun_at"], name="plans_response_person")]
