"""Are pictures sound SVG, told in words, free of inline style, and the same shapes on a page and in a file?"""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.measures.queries.picture_file import picture_file
from homeward.measures.rules.drawing import ICON_WORDS, funnel_svg, icon_svg, spark_svg, spc_svg, spc_terminal
from homeward.measures.rules.drawing.axes import spread, ticks
from homeward.measures.rules.drawing.pen import PREFIX, STYLES
from homeward.measures.rules.drawing.spc_chart import Palette
from homeward.measures.rules.funnel import FunnelPart, funnel
from homeward.measures.rules.spc import VARIATIONS, Spc, Target, spc
from homeward.measures.rules.spc.tests.series import day, weeks

BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of ours

SVG = "{http://www.w3.org/2000/svg}"
STYLESHEET = Path(__file__).parents[2] / "web" / "static" / "homeward" / "charts.css"


def _whole() -> Spc:
    """A series with everything in it: a gap, a ghost, a rebase, a target that changes, special points both ways."""
    values: list[float | None] = [10.0, 12.0] * 7
    values[4] = None
    return spc(
        weeks([*values, 30.0, *[20.0, 22.0] * 6, 2.0], ghosts=[6]), direction="up", rebases=[day(15)],
        targets=[Target(value=11), Target(value=25, since=day(15))], unit="%",
    )  # fmt: skip


def _names(svg: str) -> set[str]:
    return {name for each in re.findall(r'class="([^"]+)"', svg) for name in each.split()} - {"hw-c", "hw-icon"}


@pytest.mark.parametrize("width", [760, 360])
@pytest.mark.parametrize("palette", ["page", "file"])
def test_a_chart_is_an_image_with_a_name_and_a_description(width: int, palette: Palette) -> None:
    root = ElementTree.fromstring(spc_svg(_whole(), title="Seen & <met>", width=width, name="one", palette=palette))
    assert root.get("role") == "img" and root.get("aria-labelledby") == "one-t one-d"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and title.text == "Seen & <met>" and title.get("id") == "one-t"
    assert (
        desc is not None
        and "27 values from 5 Jan 2026" in (desc.text or "")
        and "below the lower limit" in (desc.text or "")
    )


def test_a_page_wears_classes_alone_and_a_file_needs_none() -> None:
    page, file = spc_svg(_whole(), title="x"), spc_svg(_whole(), title="x", palette="file")
    assert " style=" not in page + file and "<style" not in page + file
    assert "fill=" not in page and "stroke" not in page
    assert "class=" not in file and 'fill="#b45309"' in file


def test_every_style_has_its_class_in_the_stylesheet() -> None:
    said = STYLESHEET.read_text(encoding="utf-8")
    for name, looks in STYLES.items():
        rule = re.search(rf"^\.{PREFIX}{name} {{ (.*) }}$", said, re.MULTILINE)
        assert rule, name
        given_there = dict(re.findall(r"([\w-]+): ([^;]+);", rule[1]))
        for key, value in looks.items():
            assert _same(given_there[key], value), (name, key)


def _same(in_stylesheet: str, in_file: str) -> bool:
    forms = {"#fff": "#ffffff", "700": "bold"}
    return forms.get(in_stylesheet, in_stylesheet).removesuffix("px") == in_file


def test_shape_tells_what_colour_tells_again() -> None:
    """Better is a triangle (path), worse a square (rect), a ghost a hollow dot; each is in the key in words."""
    svg = spc_svg(_whole(), title="x")
    assert (
        f'<rect class="{PREFIX}worse"' in svg
        and f'<path class="{PREFIX}better"' in svg
        and f'<circle class="{PREFIX}ghost"' in svg
    )
    for words in ("better than chance gives", "worse than chance gives", "shown, not judged"):
        assert words in svg


def test_a_gap_is_left_open_and_a_ghost_is_not_joined() -> None:
    line = re.search(rf'class="{PREFIX}line" d="([^"]+)"', spc_svg(_whole(), title="x"))
    assert line and line[1].count("M") == 2
    joined = line[1].count("M") + line[1].count("L")
    assert joined == 26, "28 points, less one gap and one ghost"


def test_limits_step_at_a_rebase_which_is_flagged_by_its_number() -> None:
    svg = spc_svg(_whole(), title="x")
    assert svg.count(f'class="{PREFIX}mean"') == 2 and svg.count(f'class="{PREFIX}rebase"') == 1 and ">1</text>" in svg


def test_labels_never_lie_on_one_another() -> None:
    flat = spc(weeks([10.0, 10.1] * 8), targets=[Target(value=10.05)], direction="up")
    svg = spc_svg(flat, title="x")
    places = [float(each) for each in re.findall(r'y="([\d.]+)">(?:Upper|Average|Lower|Target)', svg)]
    assert len(places) == 4 and all(abs(a - b) >= 15.9 for a in places for b in places if a is not b)


def test_a_series_with_nothing_in_it_is_drawn_and_said() -> None:
    for nothing in (spc([]), spc(weeks([None, None]))):
        assert "No values" in spc_svg(nothing, title="x") or "No values." in spc_svg(nothing, title="x")
        assert ElementTree.fromstring(spark_svg(nothing, title="x")) is not None
        assert "no value" in spc_terminal(nothing)


@BUSY
@given(
    st.lists(st.one_of(st.none(), st.integers(min_value=-1_000_000, max_value=1_000_000)), max_size=40),
    st.sampled_from([320, 760]),
)
def test_any_series_can_be_drawn(values: list[int | None], width: int) -> None:
    made = spc(weeks(values), direction="up", targets=[Target(value=3)])
    ElementTree.fromstring(spc_svg(made, title="x", width=width))
    ElementTree.fromstring(spark_svg(made, title="x"))
    assert "nan" not in spc_svg(made, title="x", width=width)
    spc_terminal(made)


@BUSY
@given(st.lists(st.floats(min_value=0, max_value=300), max_size=10))
def test_spread_words_keep_their_distance_and_their_order(places: list[float]) -> None:
    moved = spread(places, gap=16, low=0, high=300)
    assert all(abs(a - b) >= 15.99 for i, a in enumerate(moved) for b in moved[i + 1 :])
    ordered = sorted(range(len(places)), key=lambda index: places[index])
    assert all(moved[a] < moved[b] for a, b in zip(ordered, ordered[1:], strict=False))


@BUSY
@given(st.floats(min_value=-1e6, max_value=1e6), st.floats(min_value=0.1, max_value=1e6))
def test_axis_marks_reach_over_both_ends(low: float, room: float) -> None:
    marks = ticks(low, low + room)
    assert 2 <= len(marks) <= 14 and marks[0] <= low + room * 1e-6 and marks[-1] >= low + room * (1 - 1e-6)


def test_the_axis_of_a_share_stops_at_a_hundred() -> None:
    assert ticks(100, 100, unit="%")[-1] == ticks(62, 100, unit="%")[-1] == 100
    assert ticks(90, 130, unit="%")[-1] >= 130, "a change may pass a hundred"
    assert ticks(0, 0, unit="%")[0] == ticks(0, 0)[0] == 0 and ticks(-3, -3)[0] < -3, "nobody counts under nought"
    always = spc(weeks([100.0] * 14), direction="up", unit="%", ceiling=100.0)
    for drawn in (spc_svg(always, title="Kept"), spc_terminal(always, title="Kept", unit="%")):
        assert "100%" in drawn and "105%" not in drawn and "110%" not in drawn


@pytest.mark.parametrize("code", ICON_WORDS)
def test_every_icon_is_named(code: str) -> None:
    root = ElementTree.fromstring(icon_svg(code, name=f"n-{code}"))
    title = root.find(f"{SVG}title")
    assert title is not None and title.text == ICON_WORDS[code] and _names(icon_svg(code))
    assert set(VARIATIONS) < set(ICON_WORDS)


def test_no_two_icons_are_alike_without_their_colours() -> None:
    bare = {
        code: re.sub(r'class="[^"]+"|id="[^"]+"|aria-labelledby="[^"]+"|<title.*?</title>', "", icon_svg(code))
        for code in ICON_WORDS
    }
    assert len(set(bare.values())) == len(bare)


def test_the_terminal_has_the_same_signs_lines_and_sentence() -> None:
    drawn = spc_terminal(_whole(), title="Seen", width=100)
    for sign in ("▲", "■", "○", "•", "─", "┄", "═", "┊", "average", "target 25%", "below the lower limit"):
        assert sign in drawn
    assert all(len(row) <= 100 for row in drawn.splitlines())
    assert spc_terminal(_whole(), plain=True).isascii()


def test_a_picture_becomes_png_and_an_accessible_pdf() -> None:
    svg = spc_svg(_whole(), title="Seen", palette="file")
    assert picture_file(svg, form="png", told="Seen").startswith(b"\x89PNG")
    pdf = picture_file(svg, form="pdf", told="Seen")
    assert pdf.startswith(b"%PDF") and pdf == picture_file(svg, form="pdf", told="Seen")


def test_a_funnel_names_only_the_places_outside() -> None:
    parts = [FunnelPart(label=f"Place {n}", numerator=70, denominator=100) for n in range(9)]
    svg = funnel_svg(
        funnel([*parts, FunnelPart(label="Far away", numerator=20, denominator=100)]), title="x", direction="up"
    )
    root = ElementTree.fromstring(svg)
    assert "Far away" in svg and "Place 3" not in svg and f'<rect class="{PREFIX}worse"' in svg
    assert "10 places; all together 65%" in (root.findtext(f"{SVG}desc") or "")
    assert "Nobody was counted" in funnel_svg(funnel([]), title="x")


@pytest.mark.hazard(
    "HZ-S72-22",
    hazard="A board acts on a change that a handful of figures cannot show",
    control="Under twelve values no limit is drawn, no point is marked, and the chart says that there are not enough",
)
def test_too_few_points_are_drawn_without_limits_and_without_marks() -> None:
    made = spc(weeks([10.0, 10.0, 10.0, 10.0, 10.0, 30.0]), direction="down")
    svg = spc_svg(made, title="x")
    assert (
        f"{PREFIX}limit" not in svg
        and "Upper limit" not in svg
        and f"{PREFIX}worse" not in svg
        and "Average" in svg
        and "Not enough points yet" in svg
    )
    drawn = spc_terminal(made)
    assert "limit 1" not in drawn and "■" not in drawn
