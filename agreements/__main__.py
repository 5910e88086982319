"""The door of the command line, `agreements` or `python -m agreements`."""

import sys

from agreements.errors import AgreementsError

OUR_FAULT = 70


def run() -> None:
    """Open the command line. A question or clause that is declared wrongly is one sentence, and exit code 70."""
    try:
        from agreements.cli import main  # noqa: PLC0415  # importing it checks the declaration of every question
    except AgreementsError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(OUR_FAULT)
    main()


if __name__ == "__main__":
    run()
