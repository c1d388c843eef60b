"""The closed lists of words that banks, rounds, the command line and the screens share.

They stand apart from the models that they belong to, so that a parser of options or a first screen
can name them without loading a validator.
"""

BANK_FORMAT = 1
"""The version of the bank format that this program reads and writes."""

LANGUAGES = ("pl", "en")
CATEGORIES = ("dates", "numbers", "roles", "people", "places", "organisations", "things")
STATUSES = ("draft", "reviewed", "retired")
MODES = ("timed", "relaxed", "exam", "mistakes", "review")
