"""Theme, fonts, icons and glyphs: what every pane stands on."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.controls import IconButton, plain_label
from gui.fonts import Role, font
from gui.glyphs import paint_stance, paint_status
from gui.icons import icon, pixmap
from gui.style import ThemeKeeper, dress, style_sheet
from gui.theme import DARK, LIGHT, Theme, preferred_theme, theme_of
from models.enums import Stance, Status

SURFACES = ("bg", "surface", "sidebar", "sunken", "hover", "selection")


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """WCAG contrast ratio."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["ink", "ink2", "ink3", "accent", "ok", "warn", "bad", "mute"])
def test_text_colour_stands_out_on_every_surface(theme: Theme, role: str) -> None:
    for surface in SURFACES:
        assert contrast(theme.colour(role), theme.colour(surface)) >= 4.5, surface


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_field_border_and_tag_squares_stand_out(theme: Theme) -> None:
    for colour in (theme.field, *theme.tags):
        assert contrast(colour, theme.bg) >= 3.0


def test_fonts_are_the_ones_that_are_shipped(qapp: QApplication) -> None:
    assert QFontInfo(font(Role.UI)).family() == "Inter"
    assert QFontInfo(font(Role.GROUP)).family() == "Source Serif 4"


def test_weights_differ_in_width(qapp: QApplication) -> None:
    widths = {QFontMetricsF(font(role)).horizontalAdvance("Ballistic missiles") for role in (Role.UI, Role.UI_STRONG)}
    assert len(widths) == 2


def test_tabular_digits_are_equally_wide(qapp: QApplication) -> None:
    metrics = QFontMetricsF(font(Role.UI, tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_icon_is_tinted_and_faded_when_disabled(qapp: QApplication) -> None:
    middle = pixmap("plus", LIGHT, "accent", size=24).toImage().pixelColor(12, 12)
    assert abs(middle.hue() - LIGHT.accent.hue()) <= 2
    faded = icon("plus", LIGHT, "accent").pixmap(16, QIcon.Mode.Disabled).toImage()
    full = icon("plus", LIGHT, "accent").pixmap(16).toImage()
    assert faded.pixelColor(8, 8).alpha() < full.pixelColor(8, 8).alpha()


def test_unknown_icon_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon", LIGHT)


def drawn(kind: Status | Stance, theme: Theme) -> bytes:
    """The pixels of one glyph."""
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if isinstance(kind, Status):
        paint_status(painter, QRectF(0, 0, 16, 16), kind, theme)
    else:
        paint_stance(painter, QRectF(0, 0, 16, 16), kind, theme)
    painter.end()
    return bytes(image.constBits())


def test_every_glyph_looks_different(qapp: QApplication) -> None:
    pictures = {drawn(kind, LIGHT) for kind in (*Status, *Stance)}
    assert len(pictures) == len(Status) + len(Stance)


def test_preferred_theme_obeys_the_environment_before_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_THEME", "dark")
    assert preferred_theme("light") is DARK
    monkeypatch.delenv("DATELINE_THEME")
    assert preferred_theme("light") is LIGHT


def test_theme_keeper_switches_every_widget(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_THEME", raising=False)
    keeper = ThemeKeeper(qapp, "light")
    button = IconButton("plus", "New incident", key="N")
    qtbot.addWidget(button)
    before = button.icon().pixmap(16).toImage()
    with qtbot.waitSignal(keeper.theme_changed):
        keeper.choose("dark")
    assert theme_of(button) is DARK
    assert button.icon().pixmap(16).toImage() != before
    dress(qapp, LIGHT)
    keeper.deleteLater()


def test_icon_button_names_itself_and_its_key(qtbot: QtBot) -> None:
    button = IconButton("plus", "New incident", key="N")
    qtbot.addWidget(button)
    assert button.accessibleName() == "New incident"
    assert button.toolTip() == "New incident (N)"


def test_plain_label_shows_markup_as_text(qtbot: QtBot) -> None:
    label = plain_label("<b>x</b>", "hint")
    qtbot.addWidget(label)
    plain = QLabel("x")
    qtbot.addWidget(plain)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > plain.sizeHint().width()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_style_sheet_has_no_open_placeholder(theme: Theme) -> None:
    assert "$" not in style_sheet(theme)


def test_combo_box_and_check_box_paint_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    combo, check = QComboBox(), QCheckBox("x")
    combo.addItems(["Disputed", "Verified"])
    check.setChecked(True)
    for widget in (combo, check):
        qtbot.addWidget(widget)
        light = widget.grab().toImage()
        dress(qapp, DARK)
        assert widget.grab().toImage().pixelColor(QPoint(8, 8)) != light.pixelColor(QPoint(8, 8))
        dress(qapp, LIGHT)


def test_tooltip_shows_a_title_that_looks_like_html_as_it_was_typed(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    title = 'Strike <img src="file:///tmp/x.png"><b>in the harbour</b>'
    QToolTip.showText(parent.mapToGlobal(parent.rect().center()), title, parent)
    tips = [widget for widget in qapp.topLevelWidgets() if widget.inherits("QTipLabel")]
    assert [(tip.textFormat(), tip.text()) for tip in tips if isinstance(tip, QLabel)] == [
        (Qt.TextFormat.PlainText, title)
    ]
    QToolTip.hideText()
