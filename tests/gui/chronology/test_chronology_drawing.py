"""What rows look like, as far as a program can see it: layouts that fit, hostile text, both themes."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.chronology.chronology_delegate import RowAction
from gui.chronology.chronology_item_model import ChronologyItemModel
from gui.chronology.chronology_view import ChronologyView
from gui.chronology.row_layout import Typesetter
from gui.fonts import Role, font
from gui.style import ROW_COMPACT, ROW_INCIDENT, dress
from gui.texts.summary import plain_summary
from gui.theme import DARK, LIGHT
from models.enums import Status
from models.snapshots import TagCard
from tests.gui.chronology.rows import Store, make_listing, make_row

LONG = "Very long words " * 400
HOSTILE = [
    "قُتل يوليوس قيصر English",
    "👩‍👩‍👧 family 🚀",
    LONG,
    "<b>not bold</b> & [x](y)",
    "",
    "a\u202eb",
    "\u0301" * 60,
]


@pytest.fixture(params=HOSTILE, ids=["rtl", "emoji", "long", "markup", "empty", "override", "combining"])
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("width", [340, 500, 812, 2400])
@pytest.mark.parametrize("compact", [False, True], ids=["comfortable", "compact"])
def test_nothing_is_laid_out_outside_of_the_row(qapp: QApplication, hostile: str, width: int, compact: bool) -> None:
    tags = tuple(TagCard(i, hostile or "tag", 0) for i in range(5))
    row = make_row(1, title=hostile or "x", summary=hostile, place=hostile, tags=tags, marked=True, citation_count=1234)
    height = ROW_COMPACT if compact else ROW_INCIDENT
    layout = Typesetter().incident(row, width, height, compact=compact)
    for text in layout.texts:
        assert 0 <= text.at.x() <= width
        assert text.at.x() + text.static.size().width() <= width + 2
        assert 0 <= text.at.y() < height
    for part in (*layout.chips, *(icon.rect for icon in layout.icons)):
        assert 0 <= part.left() <= part.right() <= width
        assert 0 <= part.top() <= part.bottom() <= height


@pytest.mark.parametrize(
    "date",
    [
        "",
        "-0043-03-15",
        "Y12000",
        "[2024-01-04..2024-01-09]",
        "2023-12-28/2024-01-09",
        "2023-10~",
        "2024-01-20T14:05:33",
    ],
)
def test_dates_stay_in_their_column(qapp: QApplication, date: str) -> None:
    layout = Typesetter().incident(make_row(1, date), 812, ROW_INCIDENT, compact=False)
    in_column = [text for text in layout.texts if text.at.x() < 190]
    assert in_column
    assert all(text.at.x() + text.static.size().width() <= 200 for text in in_column)


def test_wide_date_breaks_after_its_connecting_word(qapp: QApplication) -> None:
    layout = Typesetter().incident(make_row(1, "2023-12-28/2024-01-09"), 812, ROW_INCIDENT, compact=False)
    upper = [text.static.text() for text in layout.texts if text.at.x() < 190 and text.at.y() < 20]
    lower = [text.static.text() for text in layout.texts if text.at.x() < 190 and text.at.y() > 20]
    assert upper[-1] == "→"
    assert lower == ["9 Jan 2024"]


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("Reported **on the day**.[^12] Again.", "Reported on the day. Again."),
        ("# Title\n\n- one\n- two", "Title one two"),
        ("see [the report](https://example.org/a)", "see the report"),
        ("2 * 3 and snake_case", "2 * 3 and snake_case"),
        ("cut off [^", "cut off"),
    ],
)
def test_summary_loses_its_marks(markdown: str, plain: str) -> None:
    assert plain_summary(markdown) == plain


def test_list_paints_every_kind_of_row_in_both_themes(qtbot: QtBot, qapp: QApplication, hostile: str) -> None:
    rows = [
        make_row(number, title=hostile, summary=hostile, place=hostile, status=status, citation_count=number % 2,
                 contradicting_count=number % 2, marked=True)
        for number, status in enumerate(Status, start=1)
    ]  # fmt: skip
    model = ChronologyItemModel(Store(rows).fetch)
    view = ChronologyView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_listing(make_listing(range(1, 6), 2, 3))
    view.selectAll()
    view.set_hovered(2)
    light = view.grab().toImage()
    dress(qapp, DARK)
    dark = view.grab().toImage()
    dress(qapp, LIGHT)
    assert light.pixelColor(300, 480) == LIGHT.bg
    assert dark.pixelColor(300, 480) == DARK.bg


@pytest.mark.parametrize(("x", "tip"), [(40, "20 January 2024"), (200, "Reported"), (400, "Incident 1")])
def test_tooltip_tells_what_is_cut_or_drawn(qtbot: QtBot, x: int, tip: str) -> None:
    model = ChronologyItemModel(Store([make_row(1)]).fetch)
    view = ChronologyView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(812, 300)
    view.set_listing(make_listing((1,)))
    place = QRect(0, 38, 812, ROW_INCIDENT)
    assert tip in view.delegate.tip_at(1, place, QPoint(x, place.center().y()))
    assert view.delegate.tip_at(0, view.row_rect(0), QPoint(x, 10)) == ""
    view.set_hovered(1)
    on_action = view.delegate.action_rects(place)[RowAction.CITE].center()
    assert "(C)" in view.delegate.tip_at(1, place, on_action)


WORDS = (
    *("AVAWAToTe", "fi ffl st", "2024-01-20 → 1:30", "Ύδρα Ж щ", "قُتل يوليوس قيصر", "हिन्दी क्षत्रिय", "ไทยนี้", "👩‍👩‍👧"),
    *("\u0301e\u0301", "한국어 漢字", "a\u202eb", "tab\tline\n", "The harbour office refuses the second inspection"),
)


@pytest.mark.parametrize("role", [Role.ROW_TITLE, Role.UI, Role.CAPTION, Role.UI_MEDIUM])
@pytest.mark.parametrize("words", WORDS)
def test_a_line_is_cut_where_qt_would_cut_it(qapp: QApplication, words: str, role: Role) -> None:
    dress(qapp, LIGHT)
    setter, metrics = Typesetter(), QFontMetricsF(font(role, tabular=role is Role.UI_MEDIUM))
    whole = metrics.horizontalAdvance(words)
    for limit in (0.0, whole / 2, whole - 1, whole, whole + 0.5, whole * 1.04, whole * 1.2, 2 * whole + 9):
        shown = setter.text(words, role, 0, 10, "ink", limit).static.text()
        assert shown == metrics.elidedText(words, Qt.TextElideMode.ElideRight, limit)
