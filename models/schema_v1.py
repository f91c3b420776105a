"""The first schema, word for word as it stands in every file: the exact-schema check compares these texts.

STRICT tables, CHECK constraints behind the drafts. No triggers and no views: a file that has one was not written here.
"""

_TEXT = "TEXT NOT NULL DEFAULT ''"
_KEY = (
    "id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, digest INTEGER NOT NULL"
)
_DATE_COLUMNS = ("edtf", "as_written", "time_zone")


def _dates(*names: str) -> str:
    return ", ".join(f"{name}_{part} {_TEXT}" for name in names for part in _DATE_COLUMNS)


def _one_of(column: str, values: str) -> str:
    return f"CHECK ({column} IN ({', '.join(repr(v) for v in values.split())}))"


TABLES = (
    f"""CREATE TABLE project (id INTEGER PRIMARY KEY CHECK (id = 1), uuid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
 digest INTEGER NOT NULL, title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 2000), subtitle {_TEXT}, language {_TEXT},
 description {_TEXT}, created_at TEXT NOT NULL) STRICT""",
    "CREATE TABLE file_state (id INTEGER PRIMARY KEY CHECK (id = 1), revision TEXT NOT NULL) STRICT",
    f"""CREATE TABLE entity ({_KEY}, kind TEXT NOT NULL {_one_of("kind", "person organisation place thing")},
 name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 2000), note {_TEXT}, UNIQUE (kind, name)) STRICT""",
    f"""CREATE TABLE incident ({_KEY}, title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 2000), body {_TEXT}, note {_TEXT},
 {_dates("date")}, date_earliest INTEGER NOT NULL, date_latest INTEGER NOT NULL, date_sort INTEGER NOT NULL,
 date_rank INTEGER NOT NULL, date_month {_TEXT}, date_year {_TEXT}, day_order INTEGER NOT NULL DEFAULT 0,
 status TEXT NOT NULL {_one_of("status", "unverified reported verified disputed withdrawn")},
 confidence TEXT {_one_of("confidence", "high medium low")}, marked INTEGER NOT NULL DEFAULT 0 CHECK (marked IN (0, 1)),
 place_id INTEGER REFERENCES entity (id), created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT) STRICT""",
    f"""CREATE TABLE source ({_KEY}, type TEXT NOT NULL, title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 2000),
 container_title {_TEXT}, publisher {_TEXT}, {_dates("published", "accessed", "archived")}, published_sort INTEGER NOT NULL,
 url {_TEXT}, archive_url {_TEXT}, language {_TEXT}, fields TEXT NOT NULL DEFAULT '{{}}', note {_TEXT},
 protected INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)), cover_name {_TEXT},
 republishes_id INTEGER REFERENCES source (id) CHECK (republishes_id <> id),
 created_at TEXT NOT NULL, updated_at TEXT NOT NULL, deleted_at TEXT) STRICT""",
    f"""CREATE TABLE creator (id INTEGER PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL REFERENCES source (id),
 position INTEGER NOT NULL, role TEXT NOT NULL, family {_TEXT}, given_name {_TEXT}, literal {_TEXT}) STRICT""",
    "CREATE TABLE capture_blob (sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), bytes BLOB NOT NULL) STRICT",
    f"""CREATE TABLE capture ({_KEY}, source_id INTEGER NOT NULL REFERENCES source (id),
 sha256 TEXT NOT NULL REFERENCES capture_blob (sha256), media_type TEXT NOT NULL, original_name {_TEXT},
 size INTEGER NOT NULL CHECK (size >= 0), captured_at TEXT NOT NULL, method TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE capture_text (id INTEGER PRIMARY KEY AUTOINCREMENT, capture_id INTEGER NOT NULL UNIQUE REFERENCES capture (id),
 text {_TEXT}, extractor TEXT NOT NULL, extracted_at TEXT NOT NULL) STRICT""",
    f"""CREATE TABLE citation ({_KEY}, incident_id INTEGER NOT NULL REFERENCES incident (id),
 source_id INTEGER NOT NULL REFERENCES source (id), position INTEGER NOT NULL, locator_label TEXT NOT NULL, locator {_TEXT},
 quote {_TEXT}, stance TEXT NOT NULL {_one_of("stance", "supports contradicts qualifies context")}, note {_TEXT},
 capture_id INTEGER REFERENCES capture (id), passage_start INTEGER, passage_end INTEGER, passage_prefix {_TEXT},
 passage_suffix {_TEXT}, CHECK (capture_id IS NULL OR (passage_start >= 0 AND passage_end >= passage_start))) STRICT""",
    f"""CREATE TABLE link ({_KEY}, from_id INTEGER NOT NULL REFERENCES incident (id),
 to_id INTEGER NOT NULL REFERENCES incident (id) CHECK (to_id <> from_id), kind TEXT NOT NULL
 {_one_of("kind", "precedes caused-by response-to part-of same-as contradicts see-also")}, note {_TEXT},
 UNIQUE (from_id, to_id, kind)) STRICT""",
    f"""CREATE TABLE role (id INTEGER PRIMARY KEY AUTOINCREMENT, incident_id INTEGER NOT NULL REFERENCES incident (id),
 entity_id INTEGER NOT NULL REFERENCES entity (id), role {_TEXT}, UNIQUE (incident_id, entity_id, role)) STRICT""",
    f"""CREATE TABLE tag ({_KEY}, name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 2000),
 colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 5)) STRICT""",
    """CREATE TABLE incident_tag (id INTEGER PRIMARY KEY AUTOINCREMENT, incident_id INTEGER NOT NULL REFERENCES incident (id),
 tag_id INTEGER NOT NULL REFERENCES tag (id), UNIQUE (incident_id, tag_id)) STRICT""",
    f"""CREATE TABLE saved_view ({_KEY}, name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 2000), filter TEXT NOT NULL,
 position INTEGER NOT NULL) STRICT""",
    f"""CREATE TABLE change (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, operation TEXT NOT NULL,
 field {_TEXT}, subject_kind TEXT, subject_id INTEGER, row_count INTEGER NOT NULL, burst {_TEXT}, at TEXT NOT NULL,
 state TEXT NOT NULL {_one_of("state", "applied undone abandoned final")}) STRICT""",
    f"""CREATE TABLE change_row (id INTEGER PRIMARY KEY AUTOINCREMENT, change_id INTEGER NOT NULL REFERENCES change (id),
 record TEXT NOT NULL, action TEXT NOT NULL {_one_of("action", "insert update delete")}, first_id INTEGER NOT NULL,
 last_id INTEGER NOT NULL CHECK (last_id >= first_id), before TEXT, after TEXT) STRICT""",
    """CREATE VIRTUAL TABLE incident_search USING fts5 (title, body, quotes, tokenize = "unicode61 remove_diacritics 2")""",
    """CREATE VIRTUAL TABLE source_search USING fts5 (title, details, captures, tokenize = "unicode61 remove_diacritics 2")""",
)

INDEXES = (
    "CREATE INDEX incident_order ON incident (date_sort, date_rank, day_order, id, date_month, date_year) WHERE deleted_at IS NULL",
    "CREATE INDEX incident_place ON incident (place_id)",
    "CREATE INDEX incident_updated ON incident (updated_at)",
    "CREATE INDEX source_title ON source (title COLLATE NOCASE, id) WHERE deleted_at IS NULL",
    "CREATE INDEX source_url ON source (url) WHERE url <> ''",
    "CREATE INDEX source_origin ON source (republishes_id) WHERE republishes_id IS NOT NULL",
    "CREATE INDEX creator_source ON creator (source_id, position)",
    "CREATE INDEX capture_source ON capture (source_id)",
    "CREATE INDEX capture_sha256 ON capture (sha256)",
    "CREATE INDEX citation_incident ON citation (incident_id, position)",
    "CREATE INDEX citation_source ON citation (source_id, incident_id)",
    "CREATE INDEX citation_capture ON citation (capture_id) WHERE capture_id IS NOT NULL",
    "CREATE INDEX link_to ON link (to_id)",
    "CREATE INDEX role_entity ON role (entity_id)",
    "CREATE INDEX incident_tag_tag ON incident_tag (tag_id)",
    "CREATE INDEX change_state ON change (state, id)",
    "CREATE INDEX change_row_change ON change_row (change_id)",
)

STATEMENTS = TABLES + INDEXES
