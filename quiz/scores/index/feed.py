"""Filling the tables: every round adds to what is known, a removed one is taken out of it.

A `Feed` works inside one transaction. It keeps in memory what changes often and writes it in
`flush`, so that a long score file costs little more than reading it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from quiz.game.memory import Memory
from quiz.scores.blocks import encode
from quiz.scores.index.days import update_days
from quiz.scores.index.tables import WHOLE
from quiz.scores.index.times import offset, seconds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from quiz.scores.models import Played

_Key = tuple[int, int, int, int]
_CARD = ", ".join(Memory._fields)


class Given(NamedTuple):
    """An answer as the index keeps it."""

    card: int
    at: int
    correct: bool
    points: int
    millis: int
    category: int
    bank: int


class Row(NamedTuple):
    """A round as the index keeps it; `day` is the ordinal of its local calendar day."""

    seq: int
    player: int
    bank: int
    mode: int
    started: int
    zone: int
    day: int
    millis: int
    correct: int
    answered: int
    points: int


class _Card:
    """One question and one player, on the way to be written."""

    __slots__ = ("at", "category", "latest", "memory")

    def __init__(self, memory: Memory, category: int, latest: int, at: int) -> None:
        self.memory, self.category, self.latest, self.at = memory, category, latest, at

    def take(self, seq: int, at: int, started: int, category: int, *, correct: bool) -> None:
        self.memory = self.memory.after(started, correct=correct)
        self.category, self.latest, self.at = category, seq, at


class Feed:
    """Adds rounds and takes them out, in one transaction of `base`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Begin with nothing to write."""
        self._base = base
        self._names: dict[str, int] = {}
        self._card_ids: dict[tuple[int, int, int], int] = {}
        self._cards: dict[int, _Card] = {}
        self._stale: set[int] = set()
        self._tally: defaultdict[_Key, list[int]] = defaultdict(lambda: [0] * 5)
        self._days: set[tuple[int, int]] = set()
        self._seq: int = base.execute("SELECT coalesce(max(seq), 0) FROM rounds").fetchone()[0]
        self._next_card: int = base.execute(
            "SELECT coalesce(max(id), 0) + 1 FROM cards"
        ).fetchone()[0]

    def name(self, text: str) -> int:
        """Return the number of a name, which is never 0."""
        number = self._names.get(text)
        if number is None:
            self._base.execute("INSERT OR IGNORE INTO names (name) VALUES (?)", (text,))
            number = self._base.execute("SELECT id FROM names WHERE name = ?", (text,)).fetchone()[
                0
            ]
            self._names[text] = number
        return number

    def add(self, played: Played, place: int, length: int) -> None:
        """Add a round that stands at bytes `place` to `place + length` of the score file.

        A `place` below 0 is nowhere that it could be read from by itself: then it is kept here. A
        round whose id is known counts once.
        """
        if self._base.execute("SELECT 1 FROM rounds WHERE id = ?", (played.id,)).fetchone():
            return
        self._seq += 1
        row = Row(
            seq=self._seq,
            player=self.name(played.player),
            bank=self.name(played.bank),
            mode=self.name(played.mode),
            started=seconds(played.started),
            zone=offset(played.started),
            day=played.started.toordinal(),
            millis=round(played.seconds * 1000),
            correct=played.correct,
            answered=len(played.answers),
            points=played.points,
        )
        removed = self._is_removed(played.id)
        self._base.execute(
            "INSERT INTO rounds VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (row.seq, played.id, *row[1:7], played.seconds, played.outcome, *row[8:],
             place, length, removed),
        )  # fmt: skip
        if place < 0:
            self._base.execute("INSERT INTO loose VALUES (?,?)", (row.seq, encode(played)))
        givens = list(self._givens(played, row))
        self._base.executemany(
            "INSERT INTO answers VALUES (?,?,?,?,?,?,?)",
            [(given.card, row.seq, *given[1:6]) for given in givens],
        )
        if not removed:
            self._count(row, givens, 1)
            for given in givens:
                if given.card not in self._stale:
                    self._card(given.card).take(
                        row.seq, given.at, row.started, given.category, correct=given.correct
                    )

    def mark(self, rounds: Iterable[str], *, restored: bool, place: int) -> None:
        """Take rounds out of all that is counted, or put them back."""
        for identity in rounds:
            self._base.execute(
                "INSERT INTO marks (round, restored, place) VALUES (?,?,?)",
                (identity, restored, place),
            )
            self._set_removed(identity, removed=not restored)

    def forget_from(self, place: int) -> None:
        """Forget what stands at `place` of the score file and after it, and what has no place."""
        marked = self._base.execute(
            "SELECT DISTINCT round FROM marks WHERE place >= ? OR place < 0", (place,)
        ).fetchall()
        self._base.execute("DELETE FROM marks WHERE place >= ? OR place < 0", (place,))
        gone = self._base.execute(
            "SELECT seq, id FROM rounds WHERE place >= ? OR place < 0", (place,)
        ).fetchall()
        for seq, identity in gone:
            self._set_removed(identity, removed=True)
            self._base.execute("DELETE FROM answers WHERE seq = ?", (seq,))
            self._base.execute("DELETE FROM loose WHERE seq = ?", (seq,))
            self._base.execute("DELETE FROM rounds WHERE seq = ?", (seq,))
        for (identity,) in marked:
            self._set_removed(identity, removed=self._is_removed(identity))

    def flush(self) -> None:
        """Write what was kept in memory."""
        for card in self._stale:
            self._cards[card] = self._replayed(card)
        self._stale.clear()
        self._base.executemany(
            "UPDATE cards SET latest = ?, at = ?, category = ?, "
            + ", ".join(f"{name} = ?" for name in Memory._fields)
            + " WHERE id = ?",
            [
                (each.latest, each.at, each.category, *each.memory, card)
                for card, each in self._cards.items()
            ],
        )
        self._base.executemany(
            "INSERT INTO tally VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET "
            "rounds = rounds + excluded.rounds, answered = answered + excluded.answered, "
            "correct = correct + excluded.correct, points = points + excluded.points, "
            "millis = millis + excluded.millis",
            [(*key, *sums) for key, sums in self._tally.items()],
        )
        self._base.execute("DELETE FROM tally WHERE rounds = 0")
        self._tally.clear()
        days, self._days = self._days, set()
        update_days(self._base, days)

    def _givens(self, played: Played, row: Row) -> Iterator[Given]:
        for at, answer in enumerate(played.answers):
            bank = self.name(answer.bank) if answer.bank else row.bank
            category = self.name(answer.category)
            yield Given(
                card=self._card_id(row.player, bank, self.name(answer.question), category),
                at=at,
                correct=answer.correct,
                points=answer.points,
                millis=round(answer.seconds * 1000),
                category=category,
                bank=bank,
            )

    def _card_id(self, player: int, bank: int, question: int, category: int) -> int:
        key = (player, bank, question)
        number = self._card_ids.get(key)
        if number is None:
            found = self._base.execute(
                "SELECT id FROM cards WHERE player = ? AND bank = ? AND question = ?", key
            ).fetchone()
            if found:
                number = int(found[0])
            else:
                number, self._next_card = self._next_card, self._next_card + 1
                self._base.execute(
                    f"INSERT INTO cards (id, player, bank, question, category, latest, at, {_CARD})"
                    f" VALUES (?,?,?,?,?,0,0{',?' * len(Memory._fields)})",
                    (number, *key, category, *Memory()),
                )
            self._card_ids[key] = number
        return number

    def _card(self, number: int) -> _Card:
        card = self._cards.get(number)
        if card is None:
            category, latest, at, *memory = self._base.execute(
                f"SELECT category, latest, at, {_CARD} FROM cards WHERE id = ?",
                (number,),
            ).fetchone()
            card = self._cards[number] = _Card(Memory(*memory), category, latest, at)
        return card

    def _replayed(self, number: int) -> _Card:
        """Fold the answers of a card anew, in the order of the score file."""
        card = _Card(Memory(), self._card(number).category, 0, 0)
        given = self._base.execute(
            "SELECT seq, at, answers.correct, category, started "
            "FROM answers JOIN rounds USING (seq) WHERE card = ? AND NOT removed ORDER BY seq, at",
            (number,),
        )
        for seq, at, correct, category, started in given:
            card.take(seq, at, started, category, correct=bool(correct))
        return card

    def _count(self, row: Row, givens: list[Given], sign: int) -> None:
        whole = [1, row.answered, *map(_bounded, (row.correct, row.points, row.millis))]
        parts = {WHOLE: whole, row.bank: whole}  # its label stands for all of it
        for given in givens:
            if given.bank != row.bank:
                sums = parts.setdefault(given.bank, [1, 0, 0, 0, 0])
                sums[1] += 1
                sums[2] += given.correct
                sums[3] += _bounded(given.points)
                sums[4] += _bounded(given.millis)
        for bank, sums in parts.items():
            for player in (row.player, WHOLE):
                for mode in (row.mode, WHOLE):
                    for day in (row.day, WHOLE):
                        total = self._tally[bank, player, mode, day]
                        for at, value in enumerate(sums):
                            total[at] += sign * value
        if sign > 0:
            self._base.executemany(
                "INSERT INTO takes VALUES (?,?,?,?,?,?)",
                [(bank, row.player, row.mode, row.started, row.seq, row.day) for bank in parts],
            )
        else:
            self._base.execute("DELETE FROM takes WHERE seq = ?", (row.seq,))
        self._days |= {(row.player, row.day), (WHOLE, row.day)}

    def _is_removed(self, identity: str) -> bool:
        last = self._base.execute(
            "SELECT restored FROM marks WHERE round = ? ORDER BY number DESC LIMIT 1", (identity,)
        ).fetchone()
        return bool(last) and not last[0]

    def _set_removed(self, identity: str, *, removed: bool) -> None:
        found = self._base.execute(
            "SELECT seq, player, bank, mode, started, zone, day, seconds, correct, answered, points"
            " FROM rounds WHERE id = ? AND removed <> ?",
            (identity, removed),
        ).fetchone()
        if not found:
            return
        row = Row._make((*found[:7], round(found[7] * 1000), *found[8:]))
        givens = [
            Given._make(each)
            for each in self._base.execute(
                "SELECT card, answers.at, correct, points, millis, answers.category, bank "
                "FROM answers JOIN cards ON cards.id = card WHERE answers.seq = ?",
                (row.seq,),
            )
        ]
        self._base.execute("UPDATE rounds SET removed = ? WHERE seq = ?", (removed, row.seq))
        self._count(row, givens, -1 if removed else 1)
        self._stale |= {given.card for given in givens}


def _bounded(value: int) -> int:
    """Keep what no game gives from making a sum that SQLite has no room for."""
    return min(value, 10**12)
