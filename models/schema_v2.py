"""The second step: dates that citations state, what of a source waits to be looked at, proposals that were skipped."""

_TEXT = "TEXT NOT NULL DEFAULT ''"

STATEMENTS = (
    f"ALTER TABLE citation ADD COLUMN stated_edtf {_TEXT}",
    f"ALTER TABLE citation ADD COLUMN stated_as_written {_TEXT}",
    f"ALTER TABLE citation ADD COLUMN stated_time_zone {_TEXT}",
    f"ALTER TABLE source ADD COLUMN unconfirmed {_TEXT}",
    f"ALTER TABLE capture ADD COLUMN doubts {_TEXT}",
    """CREATE TABLE skipped_proposal (id INTEGER PRIMARY KEY AUTOINCREMENT, capture_id INTEGER NOT NULL REFERENCES capture (id),
 sentence_start INTEGER NOT NULL CHECK (sentence_start >= 0), sentence_end INTEGER NOT NULL CHECK (sentence_end >= sentence_start),
 date_edtf TEXT NOT NULL, UNIQUE (capture_id, sentence_start, sentence_end, date_edtf)) STRICT""",
)
