"""Which numbers stand on a colleague's own board, in which order?"""

from django.db import models

from homeward.measures.models.board import Board


class OwnNumber(models.Model):
    """One number of one board, by the code of its measure."""

    id = models.BigAutoField(primary_key=True)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="numbers")
    place = models.PositiveSmallIntegerField()
    measure_code = models.TextField()
    why = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "measure_code"], name="measures_ownnumber_once"),
            models.CheckConstraint(condition=models.Q(place__lt=9), name="measures_ownnumber_nine"),
        ]
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return self.measure_code
