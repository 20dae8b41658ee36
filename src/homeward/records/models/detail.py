"""Which details of people do partners tell otherwise than they are known here, and what was done about each?"""

from django.db import models
from django.db.models import Q

from homeward.grammar.api import DETAIL_FIELDS

STATES = ("waiting", "applied", "refused", "settled")


class Detail(models.Model):
    """One detail that a partner's Patient (`item_id`) tells otherwise. `stood` and `told` are words, as they are shown.

    'settled': by what was said later both agree. `fault` says why what was told could not be taken over.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    item_id = models.UUIDField()
    source = models.TextField()
    field = models.TextField()
    stood = models.TextField(default="")
    told = models.TextField()
    state = models.TextField()
    fault = models.TextField(default="")
    noted_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.TextField(default="")
    words = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(field__in=list(DETAIL_FIELDS)), name="records_detail_field"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="records_detail_state"),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="records_detail_decided",
            ),
            models.UniqueConstraint(
                fields=["item_id", "field"], condition=Q(state="waiting"), name="records_detail_waits_once"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "noted_at", "id"], name="records_detail_waiting"),
            models.Index(fields=["item_id", "field"], name="records_detail_item"),
            models.Index(fields=["person_id"], name="records_detail_person"),
        ]
