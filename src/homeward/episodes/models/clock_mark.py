"""What has happened to a clock, and which event shows it? Rows are only ever added."""

import pgtrigger
from django.db import models
from django.db.models import Q

KINDS = ("attach", "detach", "start", "pause", "resume", "stop", "abandon", "rung", "void")


class ClockMark(models.Model):
    """One mark: its moment and its evidence, the event's id. A void mark takes back the marks of an event or a move."""

    id = models.BigAutoField(primary_key=True)
    clock = models.ForeignKey("episodes.Clock", on_delete=models.PROTECT, related_name="marks")
    person_id = models.UUIDField()
    kind = models.TextField()
    at = models.DateTimeField()
    event_id = models.UUIDField()
    event_position = models.BigIntegerField()
    reason = models.TextField(default="")
    move_id = models.UUIDField(null=True)
    voids = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clock", "event_id", "kind", "reason", "voids"], name="episodes_mark_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="episodes_mark_kind"),
            models.CheckConstraint(
                condition=(Q(kind="void") & Q(voids__isnull=False)) | (~Q(kind="void") & Q(voids__isnull=True)),
                name="episodes_mark_voids",
            ),
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
