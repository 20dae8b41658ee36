"""What did somebody say is free, of how many, for which period, and when? Rows are only ever added."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from homeward.capacity.models.change import marks


class Report(models.Model):
    """One statement about a line. `period_end` None: it stands until the next one. `confirms`: 'still right', nothing changed."""

    id = models.BigAutoField(primary_key=True)
    line = models.ForeignKey("capacity.Line", on_delete=models.PROTECT, related_name="reports")
    period_start = models.DateTimeField()
    period_end = models.DateTimeField(null=True)
    total = models.PositiveIntegerField(null=True)
    free = models.PositiveIntegerField()
    next_at = models.DateTimeField(null=True)
    as_of = models.DateTimeField()
    actor_name = models.TextField()
    organisation_code = models.TextField()
    confirms = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(free__lte=F("total")), name="capacity_report_fits"
            ),
            models.CheckConstraint(
                condition=Q(period_end__isnull=True) | Q(period_end__gt=F("period_start")),
                name="capacity_report_period",
            ),
        ]
        indexes = [models.Index(fields=["line", "-as_of"], name="capacity_report_latest")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete), marks()]
