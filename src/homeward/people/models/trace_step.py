"""What was asked of the demographics service about this person, and what did it answer, step by step?"""

from django.db import models

from homeward.people.models.person import Person


class TraceStep(models.Model):
    """One question and its answer. Only added to: the steps of one trace share `trace_id` and count from 1."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="trace_steps", db_index=False)
    trace_id = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    step = models.TextField()
    asked = models.JSONField()
    result = models.TextField()
    nhs_number = models.TextField(default="")
    score = models.FloatField(null=True)
    at = models.DateTimeField()
    milliseconds = models.PositiveIntegerField()
    actor_name = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["trace_id", "number"], name="people_trace_step_once")]
        indexes = [models.Index(fields=["person", "-at"], name="people_trace_person")]
