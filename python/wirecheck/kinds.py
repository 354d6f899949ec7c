"""The kinds of claims, and the table that holds each."""

from __future__ import annotations

#: The table of each kind, in the order in which kinds are listed.
TABLE_OF = {"casualty": "casualties", "meeting": "meetings", "quote": "quotes", "date": "dates", "name": "names"}
#: The kind that each table holds.
KIND_OF = {table: kind for kind, table in TABLE_OF.items()}

#: The kinds that are held against each other, and their tables; dates and names only serve them.
COMPARED = ("casualty", "meeting", "quote")
COMPARED_TABLES = tuple(TABLE_OF[kind] for kind in COMPARED)
