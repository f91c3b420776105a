"""What stands in the calendar's place when it has nothing to show: why, and the way on."""

from gui.calendar.words import say
from gui.empty_ground import EmptyGround


class EmptyPage(EmptyGround):
    """Also while the incidents are read, and where there is no silence to list."""

    def show_reading(self) -> None:
        """The incidents are still being read."""
        self.show_words("")

    def show_nothing(self, *, hidden: int, undated: int) -> None:
        """No incident is shown that has a date: `hidden` are filtered away, `undated` are shown and have none."""
        if undated:
            self.show_undated(undated, hidden)
        elif hidden:
            self.show_hidden(hidden)
        else:
            self.show_nothing_yet()

    def show_no_gaps(self) -> None:
        """There is no silence to list."""
        self.show_words(say("No silence of a whole day."), say("It would lie between two incidents with dates."))
