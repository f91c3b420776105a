"""The drawing of scenes: what stands where, in which colour, the same on a screen and in files."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from dates.calendar import DAY_SECONDS
from gui.theme import DARK, LIGHT, Theme, blend, mixed
from gui.timeline.axis_painter import AxisPainter
from gui.timeline.lane_layout import arrange_lanes
from gui.timeline.ring_painter import count_words
from gui.timeline.scene import Density, Scene, Weight
from gui.timeline.scene_painter import ScenePainter
from gui.timeline.scene_texts import SceneFonts, calendar_words
from gui.timeline.ticks import make_axis
from gui.timeline.time_scale import TimeScale
from models.enums import LinkKind, Status
from services.incident_flags import Flag
from tests.unit.timeline.lanes_made import Told, build, make_lanes

DAY_ONE = 19_737 * DAY_SECONDS
WIDTH, HEIGHT = 900, 500


@pytest.fixture
def scene() -> Scene:
    lanes = make_lanes(
        [
            [
                Told("2024-01-17", status=Status.VERIFIED, flags=int(Flag.MARKED | Flag.UNCITED)),
                Told("2024-01-19/2024-01-23", status=Status.DISPUTED),
                Told("[2024-01-19..2024-01-22]"),
                Told("[..2024-01-24]"),
            ],
            [Told("2024-01-18")] * 60 + [Told("2024-01-25?")],
        ],
        links=[(1, 2, LinkKind.RESPONSE_TO)],
        silences=((DAY_ONE + 15 * DAY_SECONDS, DAY_ONE + 22 * DAY_SECONDS),),
    )
    boxes = arrange_lanes(lanes.lanes, order=(0, 1), collapsed=(), view_height=HEIGHT).boxes
    scale = TimeScale(DAY_ONE, 2_400, WIDTH)
    return build(lanes, scale, boxes, selected=frozenset({3}), today=DAY_ONE + 12 * DAY_SECONDS)[0]


@pytest.fixture
def fonts(qapp: QApplication) -> SceneFonts:
    return SceneFonts()


def drawn(scene: Scene, fonts: SceneFonts, theme: Theme, *, ratio: float = 1.0, crisp: bool = False) -> QImage:
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.bg)
    painter = QPainter(image)
    ScenePainter(fonts).paint(painter, scene, theme, crisp=crisp)
    painter.end()
    return image


def has_colour(image: QImage, box: QRect, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )


def around(x: float, y: float, half: int = 8) -> QRect:
    return QRect(round(x) - half, round(y) - half, 2 * half, 2 * half)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_have_the_colour_of_their_status(scene: Scene, fonts: SceneFonts, theme: Theme) -> None:
    image = drawn(scene, fonts, theme)
    marks = {mark.id: mark for mark in scene.marks}
    assert has_colour(image, around(marks[1].x, marks[1].y), theme.ok)
    assert image.pixelColor(round(marks[2].right) - 8, round(marks[2].y)) != theme.bg
    assert has_colour(image, around(marks[3].x, marks[3].y, 15), theme.selection)
    assert has_colour(image, around(marks[4].right - 1, marks[4].y, 3), theme.accent)


def test_a_screen_and_a_file_show_the_same(scene: Scene, fonts: SceneFonts) -> None:
    screen, file = drawn(scene, fonts, LIGHT), drawn(scene, fonts, LIGHT, crisp=True)
    differing = sum(
        abs(screen.pixelColor(x, y).lightness() - file.pixelColor(x, y).lightness()) > 60
        for x in range(0, WIDTH, 3)
        for y in range(0, HEIGHT, 3)
    )
    assert differing < WIDTH * HEIGHT / 9 * 0.01


def test_a_finer_screen_has_finer_pixmaps(scene: Scene, fonts: SceneFonts) -> None:
    mark = next(mark for mark in scene.marks if mark.id == 1)
    image = drawn(scene, fonts, LIGHT, ratio=2)
    assert has_colour(image, around(2 * mark.x, 2 * mark.y, 15), LIGHT.ok)


def test_a_file_holds_lines_and_letters_alone(scene: Scene, fonts: SceneFonts) -> None:
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRect(0, 0, WIDTH, HEIGHT))
    painter = QPainter(generator)
    ScenePainter(fonts).paint(painter, scene, LIGHT, crisp=True)
    painter.end()
    svg = bytes(data.data()).decode()
    assert "<image" not in svg
    assert "<text" in svg
    assert "Missiles and rockets" in svg
    assert "nothing recorded · 7 days" in svg


def test_today_is_a_line_over_all_lanes(scene: Scene, fonts: SceneFonts) -> None:
    image = drawn(scene, fonts, LIGHT)
    assert scene.today_x is not None
    shades = {image.pixelColor(round(scene.today_x), y).name() for y in range(HEIGHT - 200, HEIGHT, 7)}
    assert len(shades) <= 6
    assert all(QColor(shade).blue() > QColor(shade).red() for shade in shades)
    assert blend(LIGHT.accent, 0.5).alpha() == 128


def test_the_axis_names_the_month_and_rings_today(fonts: SceneFonts) -> None:
    image = QImage(WIDTH, 52, QImage.Format.Format_RGB32)
    image.fill(LIGHT.bg)
    painter = QPainter(image)
    calendar = calendar_words(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    axis = make_axis(TimeScale(DAY_ONE, 2_400, WIDTH), calendar)
    AxisPainter().paint(painter, QRectF(0, 0, WIDTH, 52), axis, LIGHT, today=DAY_ONE + 2 * DAY_SECONDS + 5)
    painter.end()
    assert axis.titles[0].text == "January 2024"
    assert has_colour(image, QRect(72, 32, 36, 18), LIGHT.accent)
    assert has_colour(image, QRect(0, 4, 140, 20), LIGHT.ink)


def test_the_calendar_follows_the_locale(qapp: QApplication) -> None:
    american = calendar_words(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    german = calendar_words(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    arab = calendar_words(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    assert (american.first_weekday, american.is_24h) == (6, False)
    assert (german.first_weekday, german.is_24h, german.months[2]) == (0, True, "März")
    assert german.weekend == frozenset({5, 6})
    assert arab.weekend == frozenset({4, 5})


@pytest.mark.parametrize(
    ("count", "words"), [(7, "7"), (999, "999"), (1_000, "1k"), (1_240, "1.2k"), (45_600, "46k"), (3_000_000, "3m")]
)
def test_rings_have_short_numbers(count: int, words: str) -> None:
    assert count_words(count) == words


def test_widths_are_those_of_the_fonts(fonts: SceneFonts) -> None:
    assert fonts.measure("Missiles", Weight.STRONG) > fonts.measure("Missiles", Weight.PLAIN) > 30


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_columns_drawn_at_once_are_those_drawn_one_by_one(fonts: SceneFonts, ratio: float) -> None:
    columns = tuple((3 + 8 * number, 7, 10 + 5 * number) for number in range(9))
    scene = Scene(TimeScale(0, 60, WIDTH), WIDTH, HEIGHT, (0, 6_000))
    single = drawn(scene, fonts, LIGHT, ratio=ratio)
    painter = QPainter(single)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for left, wide, high in columns:
        painter.fillRect(left, 70 - high, wide, high, mixed(LIGHT.bg, LIGHT.sunken, 0.9))
    painter.end()
    assert drawn(replace(scene, densities=(Density(0, 70, columns),)), fonts, LIGHT, ratio=ratio) == single
