"""What was heard when the caller or the person was rung again? Rows are only ever added."""

from django.db import models


class SafetyCheck(models.Model):
    """One ring back. With `next_due_at` nobody could tell yet, and it is tried again then."""

    id = models.UUIDField(primary_key=True)
    call = models.ForeignKey("front_door.Call", on_delete=models.PROTECT, related_name="checks")
    person_id = models.UUIDField(null=True)
    heard_code = models.TextField()
    words = models.TextField(default="")
    next_due_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    by_name = models.TextField()
    by_user = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["call", "at"], name="front_door_safety_call")]
