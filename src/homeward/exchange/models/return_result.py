"""How often is each rule broken in a return?"""

from django.db import models


class ReturnResult(models.Model):
    """One rule in one return: `count` rows break it, which may be none. It names nobody."""

    national_return = models.ForeignKey("exchange.NationalReturn", on_delete=models.CASCADE, related_name="results")
    rule = models.TextField()
    table = models.TextField()
    words = models.TextField()
    severity = models.TextField()
    mend = models.TextField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["national_return", "rule"], name="exchange_returnresult_once")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.count}"
