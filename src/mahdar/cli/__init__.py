"""The command line: `app.py` holds the application, each other file the commands of one matter."""

from mahdar.cli import coding, correcting, evaluating, exporting, lexicon, recording
from mahdar.cli.app import app, main

__all__ = ["app", "coding", "correcting", "evaluating", "exporting", "lexicon", "main", "recording"]
