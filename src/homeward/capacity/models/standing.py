"""How did one thing stand, from when, why, and who said so? Rows are only ever added."""

import pgtrigger
from django.db import models


class Standing(models.Model):
    """One statement: from `at` on the unit is in `state`, for the declared `reason`."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey("capacity.Unit", on_delete=models.PROTECT, related_name="standings")
    state = models.TextField()
    reason = models.TextField(default="", blank=True)
    at = models.DateTimeField()
    actor_name = models.TextField()
    organisation_code = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["unit", "-at"], name="capacity_standing_latest")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]
