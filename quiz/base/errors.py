"""The one kind of error that is meant for a person to read."""


class QuizError(Exception):
    """Something a person can put right; its text is the whole message, without a traceback.

    Commands print it to standard error and exit with status 2; the app shows it in place.
    """
