"""The third step: words are found as they are typed.

Lists of everything that begins with one or two letters; preserved copies apart from what describes their sources; names.
The new tables are filled by `services.search_index.filling_statements`, in the transaction of the migration.
"""

_FOLDED = 'tokenize = "unicode61 remove_diacritics 2"'
_BEGINNINGS = "prefix = '1 2'"

STATEMENTS = (
    "DROP TABLE incident_search",
    "DROP TABLE source_search",
    f"CREATE VIRTUAL TABLE incident_search USING fts5 (title, body, quotes, {_BEGINNINGS}, {_FOLDED})",
    f"CREATE VIRTUAL TABLE source_search USING fts5 (title, details, {_BEGINNINGS}, {_FOLDED})",
    f"CREATE VIRTUAL TABLE capture_search USING fts5 (text, {_FOLDED})",
    f"CREATE VIRTUAL TABLE entity_search USING fts5 (name, {_FOLDED})",
    f"CREATE VIRTUAL TABLE tag_search USING fts5 (name, {_FOLDED})",
)
