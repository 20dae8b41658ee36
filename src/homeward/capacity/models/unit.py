"""Which single things can be booked, and is each open: this bed, that slot?"""

from django.db import models
from django.db.models import Q

from homeward.capacity.models.change import marks

STATES = ("open", "closed", "cleaning", "infection")


class Unit(models.Model):
    """One bookable thing of a line. Lines that only count have numbered ones.

    `state`, `reason` and `since` are those of the newest `Standing`, kept here for search. `surge_run`: opened by an
    action card, and taken away when that is stood down and nobody is in it.
    """

    id = models.UUIDField(primary_key=True)
    line = models.ForeignKey("capacity.Line", on_delete=models.PROTECT, related_name="units")
    label = models.TextField()
    withdrawn_at = models.DateTimeField(null=True)
    state = models.TextField(default="open")
    reason = models.TextField(default="", blank=True)
    since = models.DateTimeField(null=True)
    surge_run_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "label"], name="capacity_unit_once"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="capacity_unit_state"),
        ]
        triggers = [marks()]
