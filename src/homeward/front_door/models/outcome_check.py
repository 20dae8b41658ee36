"""What came of advice or a decision, so long after it, and what tells us so?"""

from django.db import models
from django.db.models import Q

STATES = ("waiting", "found", "given_up")


class OutcomeCheck(models.Model):
    """One look-up: was the person admitted, or did they die, between `since` and `until`?

    'not_known' is an answer: the data did not cover the time. It is looked up again at `due_at` until it is given up.
    `evidence_id` is the stay or record that says so; `source` says in words where it was found.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    call = models.ForeignKey("front_door.Call", on_delete=models.PROTECT, related_name="outcomes", null=True)
    arrival = models.ForeignKey("front_door.Arrival", on_delete=models.PROTECT, related_name="outcomes", null=True)
    hours = models.IntegerField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    state = models.TextField(default="waiting")
    due_at = models.DateTimeField()
    found_code = models.TextField(default="")
    found_on = models.DateTimeField(null=True)
    source = models.TextField(default="")
    evidence_id = models.UUIDField(null=True)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="front_door_outcome_state"),
            models.CheckConstraint(
                condition=Q(call__isnull=False, arrival__isnull=True) | Q(call__isnull=True, arrival__isnull=False),
                name="front_door_outcome_of_one",
            ),
            models.CheckConstraint(condition=~Q(state="found") | ~Q(found_code=""), name="front_door_outcome_found"),
            models.UniqueConstraint(fields=["call", "hours"], name="front_door_outcome_once_a_call"),
            models.UniqueConstraint(fields=["arrival", "hours"], name="front_door_outcome_once_an_arrival"),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="front_door_outcome_due", condition=Q(state="waiting")),
            models.Index(fields=["person_id"], name="front_door_outcome_person"),
        ]
