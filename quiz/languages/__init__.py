"""Languages: one object a language, behind the protocol in protocol.py."""

from quiz.base.language import _
from quiz.languages.protocol import Draft, Language, LanguageMissingError

__all__ = ["Draft", "Language", "LanguageMissingError", "get_language"]


def get_language(code: str) -> Language:
    """Load the language of an ISO 639-1 code.

    LanguageMissingError says in one line what is not there: the language or its dictionary.
    """
    if code == "pl":
        from quiz.languages.polish import Polish  # its dictionary takes 0.1 s  # noqa: PLC0415

        return Polish()
    if code == "en":
        from quiz.languages.english import English  # its model takes 0.2 s  # noqa: PLC0415

        return English()
    raise LanguageMissingError(_("no generator for the language {code}").format(code=code))
