"""All readers, by name."""

from __future__ import annotations

from tests.fuzz import articles, foreign, own

READERS = {reader.name: reader for reader in (*own.READERS, *foreign.READERS, *articles.READERS)}
