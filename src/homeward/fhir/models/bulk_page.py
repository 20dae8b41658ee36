"""What was gathered of one person, or of the place, for a bulk export?"""

from django.db import models
from django.db.models import Q

from homeward.foundation.ids import new_id


class BulkPage(models.Model):
    """The resources of one kind of one person, a line each, in the file with this number. Behind the gate of that person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    export = models.ForeignKey("fhir.BulkExport", on_delete=models.CASCADE, db_constraint=True)
    person_id = models.UUIDField(null=True)
    kind = models.TextField()
    file = models.PositiveIntegerField()
    count = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    lines = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["export", "person_id", "kind"], condition=Q(person_id__isnull=False), name="fhir_bulkpage_once"
            )
        ]
        indexes = [
            models.Index(fields=["export", "kind", "file"], name="fhir_bulkpage_file"),
            models.Index(fields=["person_id"], name="fhir_bulkpage_person"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.file}: {self.count}"
