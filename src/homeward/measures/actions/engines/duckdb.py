"""How does DuckDB give the rows? From the lake's files, in this process: what pages do."""

import pyarrow as pa

from homeward.grammar.api import Measure
from homeward.measures.catalogue import Catalogue
from homeward.measures.queries.lake import opened


def rows(measure: Measure, catalogue: Catalogue) -> pa.Table:
    """All of them."""
    with opened(catalogue) as lake:
        return lake.sql(catalogue.measures[measure.code]).to_arrow_table()
