"""Does the judge find what is wrong on a page, and look again only where something new stands?"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.journeys.stage.judging import Judge, Seen

PAGE = (
    "<!DOCTYPE html><html lang=en><title>A page</title><style>.pale {{ color: #ccc }} .dark {{ color: #111 }}"
    " @media (max-width: 500px) {{ .fades {{ color: #ddd }} }}</style><main><h1>A page</h1>{}</main></html>"
)

TOO_CLOSE = "<nav>{0}{0}</nav>".format("<button style='width: 9px; height: 9px; padding: 0; border: 0' aria-label=Go></button>")


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return Judge(seen=Seen(tmp_path / "judged"), axe=Axe())


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1280, "height": 900})


def judged(judge: Judge, page: Page, content: str) -> str:
    page.set_content(PAGE.format(content))
    return "\n".join(judge.faults(page))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<p class=pale>Too pale to read</p>", "desktop: color-contrast"),
        ("<p class=fades>Pale on a phone alone</p>", "phone: color-contrast"),
        ("<ul><li class=dark>One</li><li class=pale>Two</li></ul>", "desktop: color-contrast"),
        ("<input type=text>", "label"),
        ("<img src='data:,'>", "image-alt"),
        (TOO_CLOSE, "desktop: target-size"),
        ("<p class=dark>Read <a href='/' style='text-decoration: none; color: #334'>this</a> first</p>", "phone: link-in-text-block"),
        ("<div class=dark style='width: 900px'>Wide</div>", "at 320 pixels something is too wide"),
    ],
)
def test_what_is_wrong_is_found(judge: Judge, page: Page, content: str, fault: str) -> None:
    assert judged(judge, page, "<p class=dark>Well</p>") == ""
    assert fault in judged(judge, page, content)


def test_the_same_words_elsewhere_are_judged_again(judge: Judge, page: Page) -> None:
    assert judged(judge, page, "<p class=fades>Dark on white</p>".replace("fades", "dark")) == ""
    on_black = "<div class=night><p class=dark>Dark on black</p></div><style>.night { background: #000 }</style>"
    assert "desktop: color-contrast" in judged(judge, page, on_black)


def test_what_was_hidden_is_judged_when_it_shows(judge: Judge, page: Page) -> None:
    assert judged(judge, page, "<details><summary>More</summary><p class=pale>Too pale</p></details>") == ""
    assert "color-contrast" in judged(
        judge, page, "<details open><summary>More</summary><p class=pale>Too pale</p></details>"
    )


def test_what_comes_beside_what_was_judged_needs_room(judge: Judge, page: Page) -> None:
    assert judged(judge, page, TOO_CLOSE.replace("9px", "44px")) == ""
    close = TOO_CLOSE.replace("9px", "44px").replace("</nav>", f"{TOO_CLOSE[5:-6].replace('<button', '<button class=small')}</nav>")
    assert "desktop: target-size" in judged(judge, page, close)


def test_what_another_process_has_judged_is_not_judged_again(judge: Judge, page: Page, tmp_path: Path) -> None:
    assert judged(judge, page, "<p class=pale>Too pale to read</p>")
    assert judged(Judge(seen=Seen(tmp_path / "judged"), axe=Axe()), page, "<p class=pale>Too pale as before</p>") == ""
