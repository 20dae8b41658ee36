"""Which kinds of capacity are counted: whose, for which service, where, with which skill?"""

from django.db import models

from homeward.capacity.models.change import marks


class Line(models.Model):
    """One row of the ledger. An empty site or skill means it is not split by it.

    `by_unit`: its things are kept one by one (this bed, that bed), so that its number is counted, never typed.
    """

    id = models.UUIDField(primary_key=True)
    service_code = models.TextField()
    team_code = models.TextField()
    site = models.TextField(default="", blank=True)
    skill = models.TextField(default="", blank=True)
    unit = models.TextField()
    by_unit = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service_code", "team_code", "site", "skill"], name="capacity_line_once")
        ]
        triggers = [marks()]
