"""What did a partner's resource say before?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Version(models.Model):
    """A former wording of an item: kept from `received_at` until `replaced_at`. Rows are only ever added."""

    item_id = models.UUIDField()
    version = models.PositiveIntegerField()
    person_id = models.UUIDField(null=True)
    received_at = models.DateTimeField()
    replaced_at = models.DateTimeField()
    sensitivity = models.TextField(default="")
    flags = ArrayField(models.TextField(), null=True)
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item_id", "version"], name="records_version_once")]
        indexes = [models.Index(fields=["person_id"], name="records_version_person")]

    def __str__(self) -> str:
        return f"{self.item_id} version {self.version}"
