"""Which single things can be booked: this bed, that slot?"""

from django.db import models


class Unit(models.Model):
    """One bookable thing of a line. Lines that only count have numbered ones."""

    id = models.UUIDField(primary_key=True)
    line = models.ForeignKey("capacity.Line", on_delete=models.PROTECT, related_name="units")
    label = models.TextField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "label"], name="capacity_unit_once")]
