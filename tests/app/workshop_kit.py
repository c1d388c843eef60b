"""Banks to edit in the workshop, an article to make one of, and ways to wait for its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quiz.app.benchpage import BenchPage
from quiz.banks.read import read_bank
from tests.app.kit import make, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from quiz.app.app import NewsquizApp

ARTICLE = """\
Nowy most w Olsztynie otwarty

Prezydent Piotr Grzymowicz otworzył w czerwcu 2019 roku most w Olsztynie. Budowa kosztowała \
23 mln złotych i trwała 18 miesięcy. Minister Adam Nowak przyjechał do Olsztyna 12 czerwca \
2019 roku. Most ma 120 metrów długości.

Rzeczniczka miasta Anna Kowalska powiedziała, że w 2017 roku most zamknięto po powodzi. \
Wykonawca zatrudnił przy budowie 45 osób.
"""

HAND = """\
# Do not touch the order, please.
format = 1
title = "Rivers"
language = "en"

# The long ones

[[questions]]
id = "longest"
prompt = 'Which is the longest?'   # of Poland
answer = "the Vistula"
distractors = [
    "the Oder",
    "the Warta",   # 808 km
]
category = "things"
status = "reviewed"

[[questions]]
id = "sea"
prompt = "Where does it end?"
answer = "in the Baltic"
distractors = ["in the Black Sea"]
category = "places"
"""

_Page = TypeVar("_Page", bound=BenchPage)


def by_hand(folder: Path, text: str = HAND) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "rivers.toml"
    path.write_text(text, "utf-8")
    return path


def app_on(tmp_path: Path, path: Path) -> NewsquizApp:
    return make(tmp_path / "own", edit=path, banks_folder=path.parent)


async def there(pilot: Pilot[None], kind: type[_Page]) -> _Page:
    """Wait until a page of this kind is in front."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen


async def saved(pilot: Pilot[None]) -> None:
    """Wait until everything is on the disk."""
    await until(pilot, lambda: isinstance(pilot.app.screen, BenchPage))
    screen = pilot.app.screen
    assert isinstance(screen, BenchPage)
    await until(pilot, lambda: screen.bench.saved)


def ids(path: Path) -> list[str]:
    return [question.id for question in read_bank(path).questions]
