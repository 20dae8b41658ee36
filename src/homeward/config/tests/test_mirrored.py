"""Is a style sheet mirrored side for side, and nothing else in it touched?"""

import pytest

from homeward.config.mirrored import mirrored

TURNED = [
    ("a{margin-left:4px}", "a{margin-right:4px}"),
    ("a{left:0;right:auto}", "a{right:0;left:auto}"),
    ("a{border-top-left-radius:4px}", "a{border-top-right-radius:4px}"),
    ("a{padding:1px 2px 3px 4px}", "a{padding:1px 4px 3px 2px}"),
    ("a{padding:1px 2px 3px}", "a{padding:1px 2px 3px}"),
    ("a{margin:0 0 0 8px!important}", "a{margin:0 8px 0 0!important}"),
    ("a{margin:0 calc(1px + 2px) 0 4px}", "a{margin:0 4px 0 calc(1px + 2px)}"),
    ("a{border-radius:1px 2px 3px 4px}", "a{border-radius:2px 1px 4px 3px}"),
    ("a{text-align:left}", "a{text-align:right}"),
    ("a{background:url(left.svg) left top}", "a{background:url(left.svg) right top}"),
    ("a{box-shadow:inset 6px 0 0 #d98200}", "a{box-shadow:inset -6px 0 0 #d98200}"),
    ("a{box-shadow:0 4px 0 #212b32}", "a{box-shadow:0 4px 0 #212b32}"),
    ("a{transform:rotate(-45deg)}", "a{transform:rotate(45deg)}"),
    ("a{clip-path:polygon(0% 0%,100% 50%,0% 100%)}", "a{clip-path:polygon(100% 0%,0% 50%,100% 100%)}"),
    ('a{content:"a;left:b"}', 'a{content:"a;left:b"}'),
    (".left-nav a{color:red}", ".left-nav a{color:red}"),
    ("@media (min-width:40em){a{float:right}}", "@media (min-width:40em){a{float:left}}"),
]


@pytest.mark.parametrize(("css", "turned"), TURNED)
def test_each_side_becomes_the_other(css: str, turned: str) -> None:
    assert mirrored(css) == turned


@pytest.mark.parametrize(("css", "turned"), TURNED)
def test_twice_in_the_mirror_is_as_it_was(css: str, turned: str) -> None:
    assert mirrored(turned) == css
