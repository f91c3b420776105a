"""The words and fonts of scenes: what the pure layout is handed from Qt, its locale and our texts."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetricsF

from gui.fonts import Role, font
from gui.texts.scene import arrow_text, axis_patterns, silence_text
from gui.timeline.scene import SceneWords, Weight
from gui.timeline.ticks import CalendarWords

ROLES = {Weight.STRONG: Role.CAPTION_STRONG, Weight.PLAIN: Role.CAPTION}


class SceneFonts:
    """Fonts and metrics, made once; `measure` is what scenes are laid out with."""

    def __init__(self) -> None:
        self._fonts = {weight: font(role) for weight, role in ROLES.items()}
        self._metrics = {weight: QFontMetricsF(made) for weight, made in self._fonts.items()}

    def measure(self, text: str, weight: Weight) -> float:
        """The width of a text in px."""
        return self._metrics[weight].horizontalAdvance(text)

    def font(self, weight: Weight) -> QFont:
        return self._fonts[weight]


def scene_words() -> SceneWords:
    """The words of scenes in the person's language."""
    return SceneWords(silence_text, arrow_text)


def calendar_words(locale: QLocale | None = None) -> CalendarWords:
    """Months, weekdays and habits of a locale, the person's own where none is given."""
    own = QLocale() if locale is None else locale
    form, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    free = set(range(7)) - {day.value - 1 for day in own.weekdays()}
    return CalendarWords(
        months=tuple(own.standaloneMonthName(month, form) for month in range(1, 13)),
        months_short=tuple(own.standaloneMonthName(month, short) for month in range(1, 13)),
        weekdays=tuple(own.standaloneDayName(day, form) for day in range(1, 8)),
        first_weekday=own.firstDayOfWeek().value - 1,
        weekend=frozenset(free),
        is_24h="AP" not in own.timeFormat(short).upper(),
        am=own.amText(),
        pm=own.pmText(),
        thousands=own.groupSeparator(),
        **axis_patterns(),
    )
