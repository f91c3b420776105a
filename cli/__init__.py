"""The command line: the same services without a window, for scripts and for tests."""

from cli.commands import main

__all__ = ["main"]
