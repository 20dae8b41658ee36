"""Who goes to whom and when in one planned round, and what is otherwise than before?"""

from django.db import models


class RoundStop(models.Model):
    """One carer at one visit of a run. Without `user_id` nobody can go. `how` says what changed against the round that stood."""

    id = models.UUIDField(primary_key=True)
    run = models.ForeignKey("rounds.Run", on_delete=models.PROTECT, related_name="stops")
    person_id = models.UUIDField()
    encounter_id = models.UUIDField()
    user_id = models.UUIDField(null=True)
    name = models.TextField(default="")
    starts_at = models.DateTimeField(null=True)
    travel = models.FloatField(default=0)
    late = models.FloatField(default=0)
    new_face = models.BooleanField(default=False)
    how = models.TextField(default="")
    was = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "encounter_id", "user_id"], name="rounds_stop_once"),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="rounds_stop_person"),
            models.Index(fields=["encounter_id"], name="rounds_stop_encounter"),
        ]
