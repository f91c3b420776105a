"""Whether things may move by themselves."""

import os


def has_motion() -> bool:
    """False where the person, or a test, asked for none."""
    return os.environ.get("DATELINE_NO_MOTION") != "1"
