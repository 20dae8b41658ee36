"""Which people does a delivery speak of, and who are they here?"""

from django.db import models
from django.db.models import Q

from homeward.records.models.run import Run
from homeward.records.vocabulary import HOWS


class Subject(models.Model):
    """One person as a delivery names them (`key`, such as 'Patient/123'), what it says of them, and who that is here."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="subjects", db_index=False)
    key = models.TextField()
    patient = models.TextField(default="")
    how = models.TextField(default="read")
    person_id = models.UUIDField(null=True)
    reason = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "key"], name="records_subject_once"),
            models.CheckConstraint(condition=Q(how__in=list(HOWS)), name="records_subject_how"),
        ]
        indexes = [
            models.Index(fields=["run", "how", "id"], name="records_subject_waiting"),
            models.Index(fields=["person_id"], name="records_subject_person"),
        ]

    def __str__(self) -> str:
        return self.key
