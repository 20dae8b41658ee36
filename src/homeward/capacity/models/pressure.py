"""At which level did a trigger stand, from when, at which reading? Rows are only ever added, one for each change."""

import pgtrigger
from django.db import models
from django.db.models import Q

from homeward.capacity.models.change import marks


class Pressure(models.Model):
    """One change of level. `value` None: nothing was known."""

    id = models.BigAutoField(primary_key=True)
    trigger_code = models.TextField()
    level = models.PositiveSmallIntegerField()
    value = models.FloatField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(level__gte=1, level__lte=4), name="capacity_pressure_level")]
        indexes = [models.Index(fields=["trigger_code", "-at"], name="capacity_pressure_latest")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete), marks()]
