"""What does a partner's resource say now, as received, and by what is it found?"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce


class Item(models.Model):
    """One FHIR R4 resource of one source, in its current wording. `person_id` is empty for what is about nobody.

    `id` is drawn from source, kind and source id (`rules/identity.py`), so the key itself keeps a resource from being
    kept twice and a reference is resolved without asking. All other columns are read from `body`, which is the text as
    received. `placed_at` orders: when it happened, else when it was written down, else when it came. `refs` are the
    ids of the items it points to. `number`, `unit` and `value_code` are an Observation's value; where it has several
    `parts`, all of its values stand there, one object each. Bodies lie outside the row (the migration says so), so lists of items stay narrow.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField(null=True)
    source = models.TextField()
    kind = models.TextField()
    source_id = models.TextField()
    version = models.PositiveIntegerField()
    status = models.TextField(default="")
    code_system = models.TextField(default="")
    code = models.TextField(default="")
    more_codes = ArrayField(models.TextField(), null=True)
    display = models.TextField(default="")
    category = models.TextField(default="")
    effective_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()
    placed_at = models.GeneratedField(
        expression=Coalesce("effective_at", "recorded_at", "received_at"),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    sensitivity = models.TextField(default="")
    flags = ArrayField(models.TextField(), null=True)
    identifiers = ArrayField(models.TextField(), null=True)
    refs = ArrayField(models.UUIDField(), null=True)
    digest = models.BinaryField()
    number = models.FloatField(null=True)
    unit = models.TextField(null=True)
    value_code = models.TextField(null=True)
    parts = models.JSONField(null=True)
    body = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="records_item_version")]
        indexes = [
            # What a block of a page asks for besides is told by the index itself; only the rows that it shows are read.
            models.Index(
                fields=["person_id", "kind", "-placed_at", "id"], include=["status", "code", "more_codes", "received_at"],
                name="records_item_listed",
            ),
            GinIndex(fields=["identifiers"], condition=Q(person_id__isnull=True), name="records_item_nobody_known_by"),
            # What is told in parts is read apart when the numbers are counted from zero.
            models.Index(fields=["person_id"], condition=Q(parts__isnull=False), name="records_item_in_parts"),
            # What a reader may not see is counted apart, so that the rest is counted in the index alone.
            models.Index(fields=["person_id", "kind"], condition=~Q(sensitivity=""), name="records_item_sensitive"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_id} of {self.source}"
