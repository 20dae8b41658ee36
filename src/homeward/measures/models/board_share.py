"""Who else may open a colleague's own board?"""

from django.db import models
from django.db.models import Q

from homeward.measures.models.board import Board

WITH = ("user", "team", "organisation")


class BoardShare(models.Model):
    """One share: with an account (its id as text), a team or an organisation (their codes)."""

    id = models.BigAutoField(primary_key=True)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="shares")
    kind = models.TextField()
    code = models.TextField()
    words = models.TextField()
    at = models.DateTimeField()
    by_name = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "kind", "code"], name="measures_boardshare_once"),
            models.CheckConstraint(condition=Q(kind__in=WITH), name="measures_boardshare_kind"),
        ]
        indexes = [models.Index(fields=["kind", "code"], name="measures_boardshare_with")]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"
