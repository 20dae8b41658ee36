"""What does a delivery hold, resource by resource, and what became of each?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from homeward.records.models.run import Run
from homeward.records.vocabulary import ROW_STATES


class Row(models.Model):
    """One resource of a delivery as it came, with the columns it will have as an item, and why it stands where it stands.

    `place` is its line or entry in the file. `whom` is the key of its subject ('' = about nobody). `seen_version` is
    the version that stood here when it was compared. Once applied the text stands in the item, and here no more.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="rows", db_index=False)
    file = models.PositiveIntegerField()
    place = models.BigIntegerField()
    whom = models.TextField(default="")
    person_id = models.UUIDField(null=True)
    state = models.TextField()
    seen_version = models.PositiveIntegerField(null=True)
    reasons = ArrayField(models.TextField(), null=True)
    flags = ArrayField(models.TextField(), null=True)
    item_id = models.UUIDField()
    kind = models.TextField()
    source_id = models.TextField()
    status = models.TextField()
    code_system = models.TextField()
    code = models.TextField()
    more_codes = ArrayField(models.TextField(), null=True)
    display = models.TextField()
    category = models.TextField()
    effective_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(null=True)
    sensitivity = models.TextField()
    identifiers = ArrayField(models.TextField(), null=True)
    refs = ArrayField(models.UUIDField(), null=True)
    digest = models.BinaryField()
    number = models.FloatField(null=True)
    unit = models.TextField(null=True)
    value_code = models.TextField(null=True)
    parts = models.JSONField(null=True)
    body = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=list(ROW_STATES)), name="records_row_state")]
        indexes = [models.Index(fields=["run", "state", "id"], name="records_row_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id}"
