"""Keeps what could not be saved: a private text file in the user's data folder."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from models.drafts import Draft


def rescue_folder() -> Path:
    """Where rescue files of this user lie."""
    return user_data_path("dateline", appauthor=False) / "rescue"


def write_rescue(project_name: str, draft: Draft, folder: Path) -> Path | None:
    """Write the given fields of a draft as text; None where even that failed (the text is still on screen)."""
    stem = re.sub(r"[^\w-]+", "-", project_name).strip("-") or "project"
    path = folder / f"{stem}-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    text = "\n\n".join(f"{name}:\n{value}" for name, value in sorted(draft.given().items()))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return None
    return path
