"""How is a question that every page asks put to the database without writing its SQL anew each time?"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
_KEY = UUID("d2f1a1c6-8f0e-4b1f-9d53-6f7d5c0b7a11")  # stands for the key while the SQL is written


@dataclass(frozen=True, kw_only=True)
class _Written:
    model: type[Model]
    sql: str
    values: tuple[Any, ...]
    columns: tuple[str, ...]
    converters: tuple[tuple[int, Any, tuple[Callable[..., Any], ...]], ...]


class Asked(Generic[Row]):
    """A queryset that differs from one asking to the next by one id only. Everything else in it must be constant.

    Writing the SQL of a queryset takes Django some half a millisecond, and a page about a person asks a dozen of them.
    """

    def __init__(self, question: Callable[[UUID], QuerySet[Row]]) -> None:
        self._question = question
        self._written = lru_cache(maxsize=1)(self._write)

    def __call__(self, key: UUID) -> list[Row]:
        """The rows for this id, as models."""
        told = self._written()
        with connection.cursor() as cursor:
            cursor.execute(told.sql, [key if each is _KEY else each for each in told.values])
            rows = cursor.fetchall()
        if told.converters:
            rows = [_converted(row, told) for row in rows]
        read: Callable[..., Any] = told.model.from_db
        return [read(connection.alias, told.columns, row) for row in rows]

    def _write(self) -> _Written:
        question = self._question(_KEY)
        query = question.query
        compiler = query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        selected = [each[0] for each in compiler.select]
        converters = compiler.get_converters(selected)
        return _Written(
            model=question.model,
            sql=sql,
            values=tuple(_KEY if each == _KEY else each for each in values),
            columns=tuple(each.target.attname for each in selected),
            converters=tuple((place, said, tuple(how)) for place, (how, said) in converters.items()),
        )


def _converted(row: tuple[Any, ...], told: _Written) -> list[Any]:
    values = list(row)
    for place, said, how in told.converters:
        for each in how:
            values[place] = each(values[place], said, connection)
    return values
