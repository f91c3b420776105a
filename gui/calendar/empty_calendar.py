"""What stands in the calendar's place when it has nothing to show: why, and the way on."""

from gui.calendar.words import inexact_words, none_counted, say
from gui.empty_ground import EmptyGround
from services.rhythm import Rhythm


class EmptyCalendar(EmptyGround):
    """Also while the incidents are read, and where there is no silence to list."""

    def show_reading(self) -> None:
        """The incidents are still being read."""
        self.show_words("")

    def show_nothing(self, rhythm: Rhythm, *, hidden: int) -> None:
        """None of the shown incidents has a place of its own; `hidden` others are filtered away."""
        if rhythm.total > rhythm.undated:
            self.show_words(none_counted(rhythm.unit), inexact_words(rhythm), can_clear=bool(hidden))
        else:
            self.show_reason(hidden, undated=rhythm.undated)

    def show_no_gaps(self) -> None:
        """There is no silence to list."""
        self.show_words(say("No silence of a whole day."), say("It would lie between two incidents with dates."))
