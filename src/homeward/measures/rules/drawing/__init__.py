"""How is a number seen? Charts, small lines, icons and the terminal's picture: pure functions from judged numbers to text."""

from homeward.measures.rules.drawing.funnel_chart import funnel_svg
from homeward.measures.rules.drawing.icons import ICON_WORDS, icon_svg
from homeward.measures.rules.drawing.spark import spark_svg
from homeward.measures.rules.drawing.spc_chart import spc_svg
from homeward.measures.rules.drawing.terminal import spc_terminal

__all__ = ["ICON_WORDS", "funnel_svg", "icon_svg", "spark_svg", "spc_svg", "spc_terminal"]
