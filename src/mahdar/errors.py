"""What can go wrong, as a tree.

MahdarError          everything that Mahdar raises on purpose; its text is one line for the person at the keyboard
├── DataError        a data file (vocabulary, directory, ontology) is broken; names file, line or entry
├── ArticleError     an article cannot be read; names source and place
├── RecordError      a record cannot be opened, read or written; names it
├── ExportError      an export cannot be written; names file or format
└── QueryError       a query asks nothing that can be answered; points at the place
"""


class MahdarError(Exception):
    """Base of all errors that Mahdar raises on purpose. The message is one clear line."""


class DataError(MahdarError):
    """A data file is broken: the message names the file, the line or entry, and the mend."""


class ArticleError(MahdarError):
    """An article cannot be read: the message names where it came from, what is wrong, and the mend."""


class RecordError(MahdarError):
    """A record cannot be opened, read or written: the message names it, what is wrong, and the mend."""


class ExportError(MahdarError):
    """An export cannot be written: the message names file or format, what is wrong, and the mend."""


class QueryError(MahdarError):
    """A query asks nothing that can be answered: the message points at the place."""
