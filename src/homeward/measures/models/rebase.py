"""From which day were a number's limits set anew, by whom and why?"""

import pgtrigger
from django.db import models
from django.db.models import Q


class Rebase(models.Model):
    """One decision about one measure's chart. It is never changed; what takes it back is a row of its own. It names no patient."""

    id = models.UUIDField(primary_key=True, editable=False)
    measure_code = models.TextField()
    from_on = models.DateField()
    reason = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.TextField()
    made_by_id = models.UUIDField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="measures_rebase_has_reason")]
        indexes = [models.Index(fields=["measure_code", "from_on"], name="measures_rebase_of")]
        triggers = [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.measure_code} from {self.from_on}"
