"""Completion of the command line in a shell, made from the parser itself.

The scripts are written by shtab; what a parameter holds is told by its metavar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.base.language import _

if TYPE_CHECKING:
    import argparse

SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")

_NAMES = "newsquiz banks 2>/dev/null | sed 's/  .*//'"
_BANK = {
    "bash": "_newsquiz_bank_FILE",
    "zsh": "_newsquiz_bank",
    "fish": "(__newsquiz_bank)",
    "powershell": "_newsquiz_bank_FILE",
    "tcsh": "f:*.toml",
    "preamble": {
        "bash": f'_newsquiz_bank_FILE() {{\n  compgen -W "$({_NAMES})" -- "$1"\n'
        '  compgen -f -X "!*.toml" -- "$1"\n  compgen -d -- "$1"\n}',
        "zsh": f'_newsquiz_bank() {{\n  compadd -- ${{(f)"$({_NAMES})"}}\n  _files -g "*.toml"\n}}',
        "fish": f"function __newsquiz_bank\n  {_NAMES}\n  __fish_complete_suffix .toml\nend",
        "powershell": "function _newsquiz_bank_FILE {\n  param([string]$WordToComplete)\n"
        "  newsquiz banks 2>$null | ForEach-Object { ($_ -split '  ')[0] } |\n"
        '    Where-Object { $_ -like "$WordToComplete*" }\n'
        '  Get-ChildItem "$WordToComplete*" | ForEach-Object { $_.Name }\n}',
    },
}
"""A bank is the name of one, which the program lists, or a file."""


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return what a shell, one of SHELLS, has to read so that it completes our command line."""
    import shtab  # noqa: PLC0415  # whoever plays needs it not

    holds: dict[str, Any] = {_("BANK"): _BANK, _("DIR"): shtab.DIRECTORY} | dict.fromkeys(
        (_("FILE"), _("BANK.toml"), _("ARTICLE")), shtab.FILE
    )
    _tell(parser, holds)
    return shtab.complete(parser, shell)


def _tell(parser: argparse.ArgumentParser, holds: dict[str, Any]) -> None:
    for action in parser._actions:  # noqa: SLF001  # argparse lists them nowhere else
        if action.metavar in holds:
            action.complete = holds[str(action.metavar)]  # type: ignore[attr-defined]
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                _tell(command, holds)
