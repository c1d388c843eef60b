"""The tables of the index.

`takes` and `tally` hold a round once under bank 0, as a whole, and once under each of its banks:
what its label names and what its answers name. `tally` has each sum ready for every choice of
bank, player, mode and day, where 0 is all of them. A round that was removed stays in `rounds` and
`answers` only, so that it can be restored without reading the score file again.
"""

from __future__ import annotations

VERSION = 1
"""Of the tables and of what is derived: an index of another version is built anew."""

APPLICATION = 0x6E71_6978
"""What marks a SQLite file as ours (its `application_id`)."""

WHOLE = 0
"""In the place of a bank, a player, a mode or a day: all of them."""

SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE segments (start INTEGER PRIMARY KEY, stop INTEGER NOT NULL, digest BLOB NOT NULL);
CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE rounds (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    player INTEGER NOT NULL,
    bank INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    started INTEGER NOT NULL,
    zone INTEGER NOT NULL,
    day INTEGER NOT NULL,
    seconds REAL NOT NULL,
    outcome TEXT NOT NULL,
    correct INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    points INTEGER NOT NULL,
    place INTEGER NOT NULL,
    length INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX rounds_of ON rounds (player, bank, removed, answered > 0, seq);
CREATE INDEX rounds_best ON rounds (player, bank, removed, answered > 0, points);
CREATE INDEX rounds_placed ON rounds (place);

CREATE TABLE loose (seq INTEGER PRIMARY KEY, block BLOB NOT NULL);
CREATE TABLE marks (
    number INTEGER PRIMARY KEY,
    round TEXT NOT NULL,
    restored INTEGER NOT NULL,
    place INTEGER NOT NULL
);
CREATE INDEX marks_of ON marks (round, number);

CREATE TABLE takes (
    bank INTEGER NOT NULL,
    player INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    started INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (bank, started, seq)
) WITHOUT ROWID;
CREATE INDEX takes_player ON takes (bank, player, started, seq, day);
CREATE INDEX takes_mode ON takes (bank, mode, started, seq, day);
CREATE INDEX takes_both ON takes (bank, player, mode, started, seq, day);
CREATE INDEX takes_seq ON takes (seq);

CREATE TABLE tally (
    bank INTEGER NOT NULL,
    player INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    day INTEGER NOT NULL,
    rounds INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    points INTEGER NOT NULL,
    millis INTEGER NOT NULL,
    PRIMARY KEY (bank, player, mode, day)
) WITHOUT ROWID;

CREATE TABLE days (
    player INTEGER NOT NULL,
    day INTEGER NOT NULL,
    first INTEGER NOT NULL,
    first_zone INTEGER NOT NULL,
    last INTEGER NOT NULL,
    last_zone INTEGER NOT NULL,
    PRIMARY KEY (player, day)
) WITHOUT ROWID;
CREATE TABLE runs (
    player INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    days INTEGER NOT NULL,
    PRIMARY KEY (player, first)
) WITHOUT ROWID;
CREATE INDEX runs_longest ON runs (player, days);

CREATE TABLE cards (
    id INTEGER PRIMARY KEY,
    player INTEGER NOT NULL,
    bank INTEGER NOT NULL,
    question INTEGER NOT NULL,
    category INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    at INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    run INTEGER NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    state INTEGER NOT NULL,
    step INTEGER NOT NULL,
    reviewed INTEGER NOT NULL,
    due INTEGER NOT NULL,
    UNIQUE (player, bank, question)
);
CREATE INDEX cards_due ON cards (player, due, bank, question) WHERE asked > 0;
CREATE INDEX cards_wrong ON cards (player, wrong) WHERE asked > 0;

CREATE TABLE answers (
    card INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    points INTEGER NOT NULL,
    millis INTEGER NOT NULL,
    category INTEGER NOT NULL,
    PRIMARY KEY (card, seq, at)
) WITHOUT ROWID;
CREATE INDEX answers_of ON answers (seq);
"""
