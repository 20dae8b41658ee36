"""Who did which step of a card that was on, and when? Rows are only ever added."""

import pgtrigger
from django.db import models

from homeward.capacity.models.change import marks


class StepDone(models.Model):
    """One step of one run, done once."""

    id = models.BigAutoField(primary_key=True)
    run = models.ForeignKey("capacity.CardRun", on_delete=models.PROTECT, related_name="done")
    step_code = models.TextField()
    note = models.TextField(default="", blank=True)
    at = models.DateTimeField()
    actor_name = models.TextField()
    organisation_code = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "step_code"], name="capacity_step_once")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete), marks()]
