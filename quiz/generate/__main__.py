"""`python -m quiz.generate generate …`: the two commands without the rest of the program."""

import argparse
import sys

from quiz.base.errors import QuizError
from quiz.generate.commands import add_commands


def main() -> int:
    """Run one command; 2 and one line for what a person can put right."""
    parser = argparse.ArgumentParser(prog="python -m quiz.generate")
    add_commands(parser.add_subparsers(required=True))
    arguments = parser.parse_args()
    try:
        status: int = arguments.run(arguments)
    except QuizError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
