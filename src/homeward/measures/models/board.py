"""Which boards did colleagues put together themselves, of which numbers, and with whom are they shared?"""

from django.db import models
from django.db.models import Q


class Board(models.Model):
    """One colleague's own board. It is about numbers, so nothing here is about a person."""

    id = models.UUIDField(primary_key=True, editable=False)
    title = models.TextField()
    question = models.TextField(default="", blank=True)
    owner_id = models.UUIDField()
    owner_name = models.TextField()
    organisation = models.TextField()
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="measures_board_has_title")]
        indexes = [models.Index(fields=["owner_id"], condition=Q(deleted_at__isnull=True), name="measures_board_owner")]

    def __str__(self) -> str:
        return self.title
