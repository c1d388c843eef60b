"""Looking back: every question about the history, answered from the score index.

    with ScoreIndex(scores_path, progress) as index:      # opened and up to date; from any thread
        page = rounds(index, Filter(player="Ala"), limit=50)              # newest first
        page = rounds(index, Filter(player="Ala"), after=page.last, limit=50)   # the next page
        full = round_in_full(index, page.rounds[0].id)    # Played, with its answers; or None
        asked = look_up(full, folder_of_banks)            # each answer's Question, or None
        players(index); banks(index); modes(index)        # what a filter can be set to
        total(index, filter)                              # Sums: rounds, answered, correct, …
        progress(index, filter, by="week")                # [Bucket(first day, Sums)], oldest first
        calendar(index, filter)                           # [Bucket] by the day, days played only
        streak(index, player, today)                      # Streak(current, longest, played_today)
        mastery(index, filter, by="category")             # [Mastery], the weakest first
        missed_most(index, filter, limit=20)              # [Missed], the most often wrong first
        mistakes(index, player)                           # {(bank, question)} of mode `mistakes`
        outlook(index, player, now, playable)             # Outlook: how many are due, next when
        due(index, player, now)                           # [Due], soonest first: mode `review`
        asked_in(full); missed(index, filter)             # [(bank, question)] to play again
        unmastered(index, player, bank="…")               # [(bank, question)] still to be learned
        standing(index, player, bank)                     # Standing: last and best round, or None

To play just the questions found, give `Request` their (bank, question) as `only`; to delete and
undo, call `quiz.scores.removal`. A `Filter` of nothing is all there is. Days are the player's own
calendar days. A round over several banks belongs to each of them, with the answers that each one
gave, and to its own label. What was removed is in none of these. Keep one ScoreIndex open while a
screen shows history and call `index.refresh()` (quick where nothing changed) before asking again.
Ask from a worker thread.
"""

from quiz.scores.history.again import asked_in, missed, unmastered
from quiz.scores.history.progress import (
    calendar,
    progress,
    streak,
    total,
)
from quiz.scores.history.questions import (
    due,
    look_up,
    mastery,
    missed_most,
    mistakes,
    outlook,
)
from quiz.scores.history.rounds import (
    banks,
    modes,
    players,
    round_in_full,
    rounds,
    standing,
)
from quiz.scores.history.values import (
    Bucket,
    Due,
    Filter,
    Mastery,
    Missed,
    Outlook,
    Page,
    Place,
    Reviewed,
    Standing,
    Streak,
    Sums,
    Told,
)

__all__ = [
    "Bucket",
    "Due",
    "Filter",
    "Mastery",
    "Missed",
    "Outlook",
    "Page",
    "Place",
    "Reviewed",
    "Standing",
    "Streak",
    "Sums",
    "Told",
    "asked_in",
    "banks",
    "calendar",
    "due",
    "look_up",
    "mastery",
    "missed",
    "missed_most",
    "mistakes",
    "modes",
    "outlook",
    "players",
    "progress",
    "round_in_full",
    "rounds",
    "standing",
    "streak",
    "total",
    "unmastered",
]
