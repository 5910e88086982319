"""`python -m agreements`: the command line."""

from agreements.cli import main

main()
