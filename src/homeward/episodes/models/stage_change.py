"""How did an episode come to its stage? Rows are only ever added."""

import pgtrigger
from django.db import models


class StageChange(models.Model):
    """One declared move from one stage to another. The first has no `from_stage`."""

    id = models.BigAutoField(primary_key=True)
    episode = models.ForeignKey("episodes.EpisodeOfCare", on_delete=models.PROTECT, related_name="stage_changes")
    person_id = models.UUIDField()
    move_code = models.TextField(default="")
    from_stage = models.TextField(null=True)
    to_stage = models.TextField()
    at = models.DateTimeField()
    actor_name = models.TextField()

    class Meta:
        triggers = [
            pgtrigger.Trigger(
                name="stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=(
                    "if tg_op = 'UPDATE' and gate.carried(to_jsonb(old), to_jsonb(new)) then return new; end if; "
                    "raise exception '% is only ever added to', tg_table_name;"
                ),
            )
        ]
