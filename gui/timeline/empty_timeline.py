"""What stands in the timeline's place when nothing in it has a date."""

from gui.empty_ground import EmptyGround


class EmptyTimeline(EmptyGround):
    """Why, and the way on."""

    def show_reason(self, undated: int, hidden: int) -> None:
        """`undated` incidents are shown by the filter and have no date; `hidden` ones it does not let through."""
        if undated:
            self.show_undated(undated, hidden)
        elif hidden:
            self.show_hidden(hidden)
        else:
            self.show_nothing_yet()
