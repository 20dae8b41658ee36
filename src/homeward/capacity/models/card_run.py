"""Which action card was switched on, when, by whom and why, and when was it stood down?"""

from django.db import models
from django.db.models import Q

from homeward.capacity.models.change import marks


class CardRun(models.Model):
    """One time that a card was on. `card` is what it said then; `level` is what the readings said when it was switched on."""

    id = models.UUIDField(primary_key=True)
    card_code = models.TextField()
    card = models.JSONField()
    level = models.PositiveSmallIntegerField()
    why = models.TextField(default="", blank=True)
    on_at = models.DateTimeField()
    on_by = models.TextField()
    on_organisation = models.TextField()
    off_at = models.DateTimeField(null=True)
    off_by = models.TextField(default="", blank=True)
    off_why = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["card_code"], condition=Q(off_at__isnull=True), name="capacity_card_on_once"
            )
        ]
        indexes = [models.Index(fields=["-on_at"], name="capacity_card_newest")]
        triggers = [marks()]
