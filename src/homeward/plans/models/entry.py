"""What was typed on a form, by whom, in which order? Rows are only ever added; the latest of a question stands."""

from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """One save of one question. With a `fact_id` it says 'still right' of that fact; with no value it clears the answer."""

    id = models.BigAutoField(primary_key=True)
    response = models.ForeignKey("plans.QuestionnaireResponse", on_delete=models.PROTECT, related_name="entries")
    person_id = models.UUIDField()
    link_id = models.TextField()
    version = models.IntegerField()
    yes = models.BooleanField(null=True)
    number = models.FloatField(null=True)
    words = models.TextField(null=True)
    fact_id = models.UUIDField(null=True)
    kept_at = models.DateTimeField()
    kept_by = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "link_id", "version"], name="plans_entry_once_a_save"),
            models.CheckConstraint(
                condition=Q(yes__isnull=True, number__isnull=True)
                | Q(yes__isnull=True, words__isnull=True)
                | Q(number__isnull=True, words__isnull=True),
                name="plans_entry_is_one_thing",
            ),
        ]

    @property
    def value(self) -> bool | float | str | None:
        """What was typed, whatever its type; None when it was cleared."""
        return self.yes if self.yes is not None else self.number if self.number is not None else self.words
