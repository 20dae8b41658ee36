"""Does gettext read what we compile, and is it compiled only once?"""

import gettext
import io
from pathlib import Path

import pytest

from homeward.web.reading.catalogue import mo, po
from homeward.web.reading.catalogue.ready import MO, PO, ready

SOME = [
    po.Entry(msgid="Help", msgstr="مدد", notes=(po.NEEDS_REVIEW,)),
    po.Entry(msgid='Say "yes"\nor no', msgstr="ہاں"),
    po.Entry(msgid="Not yet", msgstr=""),
    po.Entry(msgid="Unsure", msgstr="x", flags=("fuzzy",)),
]


def test_gettext_reads_it() -> None:
    read = gettext.GNUTranslations(io.BytesIO(mo.compiled(SOME, language="ur")))
    assert read.gettext("Help") == "مدد" and read.gettext('Say "yes"\nor no') == "ہاں"
    assert read.gettext("Not yet") == "Not yet" and read.gettext("Unsure") == "Unsure"


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    path.write_text(po.written(SOME[:3], language="ur"), encoding="utf-8")
    assert sorted(po.read(path), key=lambda each: each.msgid) == sorted(SOME[:3], key=lambda each: each.msgid)
    path.write_text('msgid "a"\nmsgstr "b"\nnonsense\n', encoding="utf-8")
    with pytest.raises(po.BadCatalogue, match="line 3"):
        po.read(path)


def test_a_wording_is_compiled_once_and_a_new_wording_beside_it(tmp_path: Path) -> None:
    source = tmp_path / "locale" / "ur" / PO
    source.parent.mkdir(parents=True)
    source.write_text(po.written(SOME[:1], language="ur"), encoding="utf-8")
    (first,) = ready([tmp_path / "locale"], into=tmp_path / "data")
    made = (Path(first) / "ur" / MO).stat().st_mtime_ns
    assert ready([tmp_path / "locale"], into=tmp_path / "data") == [first]
    assert (Path(first) / "ur" / MO).stat().st_mtime_ns == made
    source.write_text(po.written(SOME[:2], language="ur"), encoding="utf-8")
    assert ready([tmp_path / "locale"], into=tmp_path / "data") != [first]


def test_where_nothing_may_be_written_it_is_compiled_all_the_same(tmp_path: Path) -> None:
    source = tmp_path / "locale" / "ur" / PO
    source.parent.mkdir(parents=True)
    source.write_text(po.written(SOME[:1], language="ur"), encoding="utf-8")
    (tmp_path / "data").write_text("a file where the folder should be")
    (made,) = ready([tmp_path / "locale"], into=tmp_path / "data")
    assert (Path(made) / "ur" / MO).exists()
