"""Which setting anew of limits was taken back, by whom and why?"""

import pgtrigger
from django.db import models
from django.db.models import Q

from homeward.measures.models.rebase import Rebase


class RebaseTakenBack(models.Model):
    """The end of one rebase. Rows are only ever added, one for a rebase."""

    rebase = models.OneToOneField(Rebase, on_delete=models.PROTECT, primary_key=True, related_name="taken_back")
    why = models.TextField()
    at = models.DateTimeField()
    by_name = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="measures_rebasetakenback_why")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.rebase_id} taken back"
