"""Which rows of a return are at fault, and with whom can it be put right?"""

from django.db import models


class ReturnFault(models.Model):
    """One row that breaks one rule. `team` looks after what the row is about."""

    id = models.BigAutoField(primary_key=True)
    national_return = models.ForeignKey(
        "exchange.NationalReturn", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    person_id = models.UUIDField(null=True)
    rule = models.TextField()
    table = models.TextField()
    number = models.PositiveIntegerField()
    subject_kind = models.TextField()
    subject_id = models.UUIDField(null=True)
    team = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["national_return", "rule", "number"], name="exchange_returnfault_rule"),
            models.Index(fields=["person_id"], name="exchange_returnfault_person"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.number}"
