"""How many rows has each table of a return, in which columns, and what is its digest?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class ReturnTable(models.Model):
    """One table of one return. `columns` are kept with it, so that it reads the same when the specification has moved on."""

    national_return = models.ForeignKey("exchange.NationalReturn", on_delete=models.CASCADE, related_name="tables")
    name = models.TextField()
    columns = ArrayField(models.TextField())
    rows = models.PositiveIntegerField()
    sha256 = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["national_return", "name"], name="exchange_returntable_once")]

    def __str__(self) -> str:
        return f"{self.name}: {self.rows}"
