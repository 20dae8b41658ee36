"""Are the pages of a paper of ours counted, and is what is no paper refused?"""

import pytest

from homeward.bench.packs import pages_of


def test_the_pages_of_a_paper_are_counted() -> None:
    assert pages_of(b"%PDF-1.7\n1 0 obj\n<</Type/Pages/Count 22/Kids[3 0 R]>>\nendobj\n<</Type/Outlines/Count 5>>") == 22


@pytest.mark.parametrize("said", [b"", b"<html>Pages</html>", b"%PDF-1.7 without a tree of pages", b"x<</Type/Pages/Count 2>>"])
def test_what_is_no_paper_is_refused(said: bytes) -> None:
    with pytest.raises(ValueError, match="no paper of ours"):
        pages_of(said)
