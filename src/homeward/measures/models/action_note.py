"""What was written down on the way while something was being done about a number?"""

import pgtrigger
from django.db import models

from homeward.measures.models.action import Action


class ActionNote(models.Model):
    """One note. Rows are only ever added."""

    id = models.BigAutoField(primary_key=True)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField()
    at = models.DateTimeField()
    by_name = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["action", "at"], name="measures_actionnote_of")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.words[:60]
