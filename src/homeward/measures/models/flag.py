"""Where did a number change more than chance explains, since when, and who has seen it?"""

from django.db import models
from django.db.models import Q


class Flag(models.Model):
    """One special cause of one measure. A run that goes on is the same flag: `last_on` moves, `first_on` never does.

    `cut` and `part` say for whom ('locality', its code); both empty: for the whole place. `among`: how many charts were
    looked at together, of which chance alone makes some look changed. `variation` is the code of what it means; `sentence` is what was said when it was found. A number only: it names nobody.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    measure_code = models.TextField()
    cut = models.TextField(default="", blank=True)
    part = models.TextField(default="", blank=True)
    among = models.IntegerField(default=1)
    variation = models.TextField()
    rules = models.TextField(default="")
    sentence = models.TextField()
    first_on = models.DateField()
    last_on = models.DateField()
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    seen_by_id = models.UUIDField(null=True)
    seen_by = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure_code", "cut", "part", "variation", "first_on"], name="measures_flag_once"
            ),
            models.CheckConstraint(
                condition=Q(cut="", part="") | (~Q(cut="") & ~Q(part="")), name="measures_flag_of_part"
            ),
            models.CheckConstraint(condition=Q(last_on__gte=models.F("first_on")), name="measures_flag_days"),
            models.CheckConstraint(
                condition=Q(seen_at__isnull=True, seen_by="") | (Q(seen_at__isnull=False) & ~Q(seen_by="")),
                name="measures_flag_seen",
            ),
        ]
        indexes = [models.Index(fields=["measure_code", "-last_on"], name="measures_flag_newest")]

    def __str__(self) -> str:
        return f"{self.measure_code} {self.variation} since {self.first_on}"
