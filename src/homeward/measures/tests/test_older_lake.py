"""What is said of numbers between a change of Homeward and the next count, while the files know other columns?"""

import duckdb
import pytest

from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.api import figure
from homeward.measures.catalogue import lake
from homeward.measures.queries import lake as asking
from homeward.measures.queries.kept import Kept
from homeward.measures.queries.lake import NotCountedYet, catalogue_now, opened
from homeward.measures.tests.test_two_hour_response import MEASURE, WEEK, after, analyst, need, own_lake

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_lake")]
__all__ = ["own_lake"]


@pytest.mark.hazard(
    "HZ-S72-71",
    hazard="After a change of the software every page with a number breaks until the next count, and nobody is told why.",
    control="Files that know other columns than the software are said to be counted anew, with when to come back; the next count writes them.",
)
def test_files_of_an_older_homeward_are_said_to_be_counted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    need(seen_after=30)
    refresh_lake(at=after(300), everything=True)
    for part in catalogue_now().parts("referrals"):
        file = str(lake() / part.path)
        with duckdb.connect() as engine:
            engine.execute(f"create table older as select * exclude (need) from read_parquet('{file}')")
            engine.execute(f"copy older to '{file}' (format parquet)")
    monkeypatch.setattr(asking, "_databases", Kept())  # as in a process that has just begun
    with pytest.raises(NotCountedYet, match="counted anew") as refused, opened(catalogue_now()):
        pass
    assert "few minutes" in refused.value.next_step
    refresh_lake(at=after(301), everything=True)
    assert figure(MEASURE, asked=WEEK, by=analyst(), at=after(301)).denominator == 1
