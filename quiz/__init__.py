"""newsquiz: a terminal game that teaches what is in the news."""

__version__ = "0.1.0"
