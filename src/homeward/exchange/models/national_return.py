"""Which returns to the nation were made, by whom, and what became of each?"""

from django.db import models
from django.db.models import Q


class NationalReturn(models.Model):
    """One making of one return: of one data set, for one provider and month. It names nobody.

    `made_at` is the moment it was made for, and stands in the file. `sha256` is over the digests of its tables. Once
    submitted it never changes: the database refuses.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    return_code = models.TextField()
    data_set = models.TextField()
    provider = models.TextField()
    month = models.DateField()
    kind = models.TextField()
    state = models.TextField(default="waiting")
    asked_by = models.TextField()
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    stops = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    sha256 = models.TextField(default="")
    words = models.TextField(default="")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.TextField(default="")
    submitted_why = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "making", "ready", "submitted", "failed", "replaced")),
                name="exchange_return_state",
            ),
            models.CheckConstraint(condition=Q(kind__in=("provisional", "final")), name="exchange_return_kind"),
            models.CheckConstraint(
                condition=(Q(state="submitted") & Q(submitted_at__isnull=False) & ~Q(sha256=""))
                | (~Q(state="submitted") & Q(submitted_at__isnull=True)),
                name="exchange_return_submitted",
            ),
        ]
        indexes = [
            models.Index(fields=["return_code", "month", "provider", "-asked_at"], name="exchange_return_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.return_code} {self.provider} {self.month:%Y-%m} ({self.state})"
