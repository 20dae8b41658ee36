"""Who was told of an alert, by name, at which rung, and when? Rows are only ever added."""

import pgtrigger
from django.db import models


class Telling(models.Model):
    """One person of a team told of one alert. Without a name nobody was named on that rung and the whole team was told."""

    id = models.BigAutoField(primary_key=True)
    alert = models.ForeignKey("monitoring.Alert", on_delete=models.PROTECT, related_name="tellings")
    person_id = models.UUIDField()
    rung = models.SmallIntegerField()
    team_code = models.TextField()
    user_id = models.UUIDField(null=True)
    name = models.TextField(default="")
    on_duty = models.BooleanField(default=False)
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["alert"], name="monitoring_telling_alert"),
            models.Index(fields=["person_id"], name="monitoring_telling_person"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=(
                    "if tg_op = 'UPDATE' and gate.carried(to_jsonb(old), to_jsonb(new)) then return new; end if; "
                    "raise exception '% is only ever added to', tg_table_name;"
                ),
            )
        ]
