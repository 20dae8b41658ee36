"""What did provider and assessor say to one another about a shared assessment? Rows are only ever added."""

from django.db import models
from django.db.models import Q

KINDS = ("share", "query", "reply", "accept", "withdraw", "end")


class ShareNote(models.Model):
    """One step, with its words."""

    id = models.BigAutoField(primary_key=True)
    share = models.ForeignKey("plans.TrustedShare", on_delete=models.PROTECT, related_name="notes")
    person_id = models.UUIDField()
    kind = models.TextField()
    words = models.TextField(default="")
    by_name = models.TextField()
    by_user = models.UUIDField(null=True)
    place_words = models.TextField(default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="plans_sharenote_kind"),
            models.CheckConstraint(
                condition=~Q(kind__in=("query", "reply")) | ~Q(words=""), name="plans_sharenote_says_why"
            ),
        ]
