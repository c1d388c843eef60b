"""From a look back to a round: just these questions once more."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from quiz.app.app import NewsquizApp


async def play_again(
    game: NewsquizApp, pairs: Collection[tuple[str, str]], mode: str = "mistakes"
) -> None:
    """Begin a round on these (bank, question), or say why it cannot begin."""
    wanted = {bank for bank, _question in pairs}
    try:
        found = await asyncio.to_thread(_find, game, wanted)
    except QuizError as error:
        _tell(game, str(error))
        return
    gone = sorted(wanted - found.keys())
    left = [pair for pair in pairs if pair[0] in found]
    if not left:
        told = ngettext(
            "The bank of these questions is not in your banks folder any more: {banks}.",
            "The banks of these questions are not in your banks folder any more: {banks}.",
            len(gone),
        )
        _tell(game, told.format(banks=_listed(gone)))
        return
    if gone:
        missing = len(pairs) - len(left)
        told = ngettext(
            "{n} question is left out: its bank is gone ({banks}).",
            "{n} questions are left out: their banks are gone ({banks}).",
            missing,
        )
        game.notify(told.format(n=missing, banks=_listed(gone)), markup=False)
    game.play(
        tuple(found[name] for name in sorted(found)),
        only=frozenset(left),
        mode=mode,
        count=None,
        category=None,
        everywhere=len(found) > 1,
    )


def _find(game: NewsquizApp, names: Collection[str]) -> dict[str, Path]:
    from quiz.banks.find import named  # noqa: PLC0415  # after the first frame

    # What was named on the command line may be in no folder of banks.
    given = {path.stem: path for path in game.launch.banks if path.stem in names}
    return {**given, **named(names, game.launch.banks_folder)}


def _listed(names: list[str]) -> str:
    shown = ", ".join(name or "–" for name in names[:3])
    return f"{shown}, …" if len(names) > 3 else shown


def _tell(game: NewsquizApp, told: str) -> None:
    from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

    game.push_screen(Tell(_("This round cannot begin"), told))
