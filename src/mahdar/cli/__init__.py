"""The command line: `app.py` holds the application, each other file the commands of one matter."""

from mahdar.cli import coding, lexicon, recording
from mahdar.cli.app import app, main

__all__ = ["app", "coding", "lexicon", "main", "recording"]
