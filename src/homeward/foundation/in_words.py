"""How are rows found that very many pages ask for? In words of SQL: putting the same words together again took ten times as long as sending them."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

M = TypeVar("M", bound=Model)


def rows_as(model: type[M], words: str, values: Sequence[Any]) -> list[M]:
    """The rows that meet these words (all that follows `where`), as the model's own. For models whose fields the driver gives as they are: none of JSON."""
    with connection.cursor() as cursor:
        cursor.execute(f"select {_columns(model)} from {model._meta.db_table} where {words}", list(values))
        names = [field.attname for field in model._meta.concrete_fields]
        return [model.from_db(connection.alias, names, row) for row in cursor.fetchall()]


@cache
def _columns(model: type[Model]) -> str:
    return ", ".join(str(field.column) for field in model._meta.concrete_fields)
