"""The whole window on real files, with a private home; a message box that nobody expected fails the test."""

from tests.driver import no_unexpected_modal, open_window

__all__ = ["no_unexpected_modal", "open_window"]
