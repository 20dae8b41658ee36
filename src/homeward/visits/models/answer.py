"""What was answered at a visit, by whom, when? Rows are only ever added; the latest answer to a concept stands."""

from django.db import models
from django.db.models import Q


class Answer(models.Model):
    """One answer to one item of a declared form. With a `concept` it is a fact about the person, good until `valid_until`.

    Exactly one of yes, number and words is filled; a choice keeps its code in `words`. It was given at a visit
    (`encounter`) or on a form of its own (`response_id`); `place_words` says where, and `confirms` is the earlier fact
    that somebody found to be still right. `sensitivity` is what the whole form it came on was marked with, beside what
    the form and the question declare. With `replaced_at` whoever told it has put it right, and it counts no more.
    """

    id = models.UUIDField(primary_key=True)
    encounter = models.ForeignKey("visits.Encounter", on_delete=models.PROTECT, related_name="answers", null=True)
    response_id = models.UUIDField(null=True)
    person_id = models.UUIDField()
    questionnaire_code = models.TextField()
    link_id = models.TextField()
    concept = models.TextField(default="")
    yes = models.BooleanField(null=True)
    number = models.FloatField(null=True)
    words = models.TextField(null=True)
    answered_at = models.DateTimeField()
    answered_by = models.TextField()
    valid_until = models.DateTimeField(null=True)
    place_words = models.TextField(default="")
    confirms = models.UUIDField(null=True)
    sensitivity = models.TextField(default="")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(yes__isnull=False, number__isnull=True, words__isnull=True)
                | Q(yes__isnull=True, number__isnull=False, words__isnull=True)
                | Q(yes__isnull=True, number__isnull=True, words__isnull=False),
                name="visits_answer_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(encounter__isnull=False, response_id__isnull=True)
                | Q(encounter__isnull=True, response_id__isnull=False),
                name="visits_answer_was_given_once",
            ),
        ]
        indexes = [
            models.Index(fields=["response_id"], name="visits_answer_response", condition=Q(response_id__isnull=False)),
            models.Index(fields=["person_id", "concept", "-answered_at"], name="visits_answer_latest"),
        ]

    @property
    def value(self) -> bool | float | str | None:
        """The answer, whatever its type."""
        return self.yes if self.yes is not None else self.number if self.number is not None else self.words
