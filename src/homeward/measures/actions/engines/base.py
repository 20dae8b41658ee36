"""What is an engine? Something that gives the rows of a measure as an Arrow table."""

import re
from collections.abc import Iterator
from typing import Protocol

import pyarrow as pa

from homeward.grammar.api import Measure
from homeward.measures.catalogue import Catalogue
from homeward.measures.extracts import TABLES, Extract


class Engine(Protocol):
    """Rows of `measure`, as of the moment of `catalogue`."""

    def __call__(self, measure: Measure, catalogue: Catalogue) -> pa.Table: ...


def tables_in(query: str) -> Iterator[Extract]:
    """The tables of the lake that a query reads, so that an engine makes no more than those ready."""
    words = set(re.findall(r"\w+", query))
    return (extract for extract in TABLES if extract.name in words)
