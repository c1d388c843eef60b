"""The one kind of error that is meant for a person to read."""


class QuizError(Exception):
    """Something a person can put right; its text is the whole message, without a traceback.

    Commands print it to standard error and exit with status 2; the app shows it in place.
    """


class NothingToDo(QuizError):  # noqa: N818  # it is no error of anyone's
    """What was asked for is in order, but there is nothing to do: commands exit with status 1."""
