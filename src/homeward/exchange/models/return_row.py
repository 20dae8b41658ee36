"""What does each row of a return say, about whom, and which events does it rest on?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class ReturnRow(models.Model):
    """One row. `cells` follow the columns of its table; `events` are the entries of the event log it was made from."""

    id = models.BigAutoField(primary_key=True)
    national_return = models.ForeignKey(
        "exchange.NationalReturn", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    person_id = models.UUIDField(null=True)
    table = models.TextField()
    number = models.PositiveIntegerField()
    key = models.TextField()
    subject_kind = models.TextField()
    subject_id = models.UUIDField(null=True)
    cells = ArrayField(models.TextField())
    events = ArrayField(models.UUIDField())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["national_return", "table", "number"], name="exchange_returnrow_once")
        ]
        indexes = [models.Index(fields=["person_id"], name="exchange_returnrow_person")]

    def __str__(self) -> str:
        return f"{self.table} {self.number}"
