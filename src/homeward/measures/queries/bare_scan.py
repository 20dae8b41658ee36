"""How long does DuckDB take to read the very columns that a measure reads, and nothing else? The floor beneath counting it."""

import re
from time import perf_counter

from homeward.measures.extracts import TABLES
from homeward.measures.queries.asking import query_of
from homeward.measures.queries.lake import catalogue_now, opened


def bare_scan(code: str) -> float:
    """Seconds. Raises NotFound, NotCountedYet."""
    catalogue = catalogue_now()
    query_of(code, catalogue)  # says what it waits for when nothing computes it
    words = set(re.findall(r"\w+", catalogue.measures[code]))
    with opened(catalogue) as lake:
        began = perf_counter()  # a least or a most would be told by the files' own statistics, without reading anything
        for extract in TABLES:
            read = ", ".join(f"bit_xor(hash({name}))" for name in extract.columns if name in words)
            if extract.name in words and read:  # a column may be called as a table is
                lake.execute(f"select {read} from {extract.name}").fetchall()
        return perf_counter() - began
