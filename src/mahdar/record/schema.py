"""The tables of a record, for SQLite and PostgreSQL alike.

A line's id says where it stands: line n of a kind in article a has the id a * 1,000,000 + n, so that event e7 of article
42 is event 42000007. Spans are code points of the text of `articles`, as in the minutes.
"""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

LINES = 1_000_000  # ids of one kind within an article


def line_number(line: str) -> int:
    """The number of a line in its article, by its id in the minutes: 7 for `e7`."""
    return int(line[1:])


metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_one_%(column_0_N_name)s",
        "pk": "%(table_name)s_key",
        "fk": "%(table_name)s_%(column_0_name)s",
    }
)
Identity = BigInteger().with_variant(Integer, "sqlite")


def key(numbered: bool = False) -> Column[int]:
    """A primary key, which a line brings with it, or which the record gives."""
    return Column("id", Identity, primary_key=True, autoincrement=numbered)


def of(table: str, name: str, optional: bool = False, index: bool = True) -> Column[int]:
    """The row of another table that this one belongs to, and goes with."""
    reference = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, Identity, reference, nullable=optional, index=index)


def owner(table: str, name: str) -> Column[int]:
    """The line that a row is a part of, as the head of the row's key."""
    return Column(name, Identity, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)


def place_in_order() -> Column[int]:
    """Which of its owner's parts a row is, from 0."""
    return Column("position", Integer, primary_key=True, autoincrement=False)


def day() -> Column[str]:
    """The day that a line is sorted under: of the event where it has a date, else of the article."""
    return Column("day", Text, index=True)


def words(name: str, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


def origin() -> Column[str]:
    return Column("origin", Text, nullable=True, comment="accepted, edited, split, merged by an analyst; empty: the machine's")


def number(name: str, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


articles = Table(
    "articles",
    metadata,
    key(numbered=True),
    Column("name", Text, nullable=False, unique=True, comment="the article's id in the interchange format"),
    number("version"),
    words("title"),
    words("published", optional=True),
    words("source", optional=True),
    words("url", optional=True),
    words("language"),
    words("text"),
    Column("digest", Text, nullable=False, comment="of what was read: title, text, date, source, address"),
    Column("coded_by", Text, nullable=False, comment="version of Mahdar and of its lexicon"),
    words("added"),
    Column("story_id", Identity, nullable=True, index=True, comment="the earliest article that tells the same story"),
    Index(None, "published", "id"),
    Index(None, "url"),
    Index(None, "source", "published"),
    sqlite_autoincrement=True,
)

versions = Table(
    "versions",
    metadata,
    key(numbered=True),
    of("articles", "article_id"),
    number("version"),
    words("title"),
    words("published", optional=True),
    words("source", optional=True),
    words("url", optional=True),
    words("text"),
    words("digest"),
    words("added"),
    words("replaced"),
    UniqueConstraint("article_id", "version"),
    comment="what an article said before it was replaced by a newer version",
)

sketches = Table(
    "sketches",
    metadata,
    Column("hash", Identity, primary_key=True, autoincrement=False),
    Column("article_id", Identity, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
    comment="some 5-grams of each article, by which those that share text are found",
    sqlite_with_rowid=False,
)

story_links = Table(
    "story_links",
    metadata,
    owner("articles", "article_id"),
    Column("other_id", Identity, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("jaccard", Float, nullable=False),
    Column("containment", Float, nullable=False),
    comment="articles that share their text: why they are one story",
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    key(numbered=True),
    words("code"),
    words("kind"),
    words("name"),
    words("label_en"),
    words("wikidata", optional=True),
    UniqueConstraint("name", "code", "kind"),
    Index(None, "code"),
    sqlite_autoincrement=True,
    comment="every person, state, organisation and group of the record once",
)

article_actors = Table(
    "article_actors",
    metadata,
    key(),
    of("articles", "article_id"),
    of("actors", "actor_id"),
    origin(),
    words("name"),
    words("label_ar"),
    words("label_en"),
    words("code"),
    words("kind"),
    words("sector", optional=True),
    words("office", optional=True),
    words("wikidata", optional=True),
    comment="an actor as one article knows it",
)

mentions = Table(
    "mentions",
    metadata,
    owner("article_actors", "article_actor_id"),
    place_in_order(),
    number("start"),
    number("end"),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    key(),
    of("articles", "article_id"),
    day(),
    origin(),
    of("article_actors", "speaker_id", optional=True),
    words("mode"),
    number("cue_start", optional=True),
    number("cue_end", optional=True),
    words("rule"),
    Column("confidence", Float, nullable=False),
)

statement_content = Table(
    "statement_content",
    metadata,
    owner("statements", "statement_id"),
    place_in_order(),
    number("start"),
    number("end"),
    sqlite_with_rowid=False,
)

places = Table(
    "places",
    metadata,
    key(numbered=True),
    words("name"),
    number("geonames", optional=True),
    words("country", optional=True),
    Column("lat", Float),
    Column("lon", Float),
    UniqueConstraint("name", "geonames", "country"),
    sqlite_autoincrement=True,
)

events = Table(
    "events",
    metadata,
    key(),
    of("articles", "article_id"),
    day(),
    origin(),
    words("type"),
    words("mode", optional=True),
    words("quad"),
    Column("contexts", Text, nullable=False, comment="separated by spaces"),
    words("status"),
    words("date", optional=True),
    words("date_precision", optional=True),
    of("places", "place_id", optional=True),
    of("statements", "statement_id", optional=True),
    Column("same_as", Identity, nullable=True, index=True, comment="the line that tells the same event first"),
    words("rule"),
    Column("confidence", Float, nullable=False),
    Index(None, "type", "date"),
    Index(None, "date"),
)

event_actors = Table(
    "event_actors",
    metadata,
    owner("events", "event_id"),
    Column("role", Text, primary_key=True, comment="actor or recipient"),
    place_in_order(),
    of("article_actors", "article_actor_id"),
    of("actors", "actor_id"),
    words("code"),
    Index(None, "code", "role"),
    sqlite_with_rowid=False,
)

event_evidence = Table(
    "event_evidence",
    metadata,
    owner("events", "event_id"),
    place_in_order(),
    number("start"),
    number("end"),
    sqlite_with_rowid=False,
)

event_keys = Table(
    "event_keys",
    metadata,
    Column("key", Identity, primary_key=True, autoincrement=False),
    Column("event_id", Identity, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, index=True),
    comment="numbers of which two lines that may tell one event have one in common",
    sqlite_with_rowid=False,
)

event_links = Table(
    "event_links",
    metadata,
    owner("events", "event_id"),
    Column("other_id", Identity, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    words("reasons"),
    comment="lines of different articles that are likely to tell one event, and why",
    sqlite_with_rowid=False,
)

positions = Table(
    "positions",
    metadata,
    key(),
    of("articles", "article_id"),
    day(),
    origin(),
    of("article_actors", "holder_id"),
    words("stance"),
    words("about"),
    number("start"),
    number("end"),
    of("statements", "statement_id", optional=True),
    words("rule"),
    Column("confidence", Float, nullable=False),
)

commitments = Table(
    "commitments",
    metadata,
    key(),
    of("articles", "article_id"),
    day(),
    origin(),
    words("strength"),
    number("start"),
    number("end"),
    words("due", optional=True),
    words("due_precision", optional=True),
    of("statements", "statement_id", optional=True),
    words("rule"),
    Column("confidence", Float, nullable=False),
    Index(None, "due"),
)

commitment_parties = Table(
    "commitment_parties",
    metadata,
    owner("commitments", "commitment_id"),
    Column("role", Text, primary_key=True, comment="by or with"),
    place_in_order(),
    of("article_actors", "article_actor_id"),
    sqlite_with_rowid=False,
)

dossiers = Table(
    "dossiers",
    metadata,
    key(numbered=True),
    Column("name", Text, nullable=False, unique=True, comment="its slug: syria, karabakh"),
    words("label_ar"),
    words("label_en"),
    words("parent", optional=True),
    sqlite_autoincrement=True,
)


def links(kind: str) -> Table:
    """Which dossiers the lines of one kind belong to, in their order."""
    return Table(
        f"{kind}_dossiers",
        metadata,
        owner(f"{kind}s", f"{kind}_id"),
        Column("dossier_id", Identity, ForeignKey("dossiers.id"), primary_key=True),
        Column("position", Integer, nullable=False),
        Index(f"{kind}_dossiers_by_dossier", "dossier_id", f"{kind}_id"),
        sqlite_with_rowid=False,
    )


dossier_links = {kind: links(kind) for kind in ("article", "statement", "event", "position", "commitment")}

corrections = Table(
    "corrections",
    metadata,
    key(numbered=True),
    words("article"),
    Column("kind", Text, nullable=False, comment="statement, event, position, commitment, actor"),
    Column("line", Identity, nullable=True, index=True, comment="the line as it stands now; empty where there is none"),
    Column("action", Text, nullable=False, comment="accept, reject, edit, split, merge, undo"),
    Column("before", Text, nullable=False, comment="the line that was corrected, with its actors, in the interchange format"),
    Column("after", Text, nullable=True, comment="what it became; with split, what was parted from it"),
    Column("other_article", Text, nullable=True, index=True, comment="where the second line of a merge or split stands"),
    Column("other_line", Identity, nullable=True),
    Column("other", Text, nullable=True, comment="the second line of a merge or split"),
    Column("builds_on", Identity, nullable=True, comment="the correction that is undone, or that made the line what it was"),
    Column("standing", Text, nullable=False, comment="stands; orphaned: the article has its words no more; undone"),
    words("who"),
    words("at"),
    words("why"),
    Index(None, "article"),
    comment="what analysts changed; nothing is deleted",
    sqlite_autoincrement=True,
)

machine_lines = Table(
    "machine_lines",
    metadata,
    Column("article_id", Identity, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("lines", Text, nullable=False, comment="in the interchange format, without the text"),
    comment="what the machine made of the articles that analysts corrected",
)

event_choices = Table(
    "event_choices",
    metadata,
    owner("events", "event_id"),
    Column("other_id", Identity, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("joined", Integer, nullable=False, comment="1: they are one event; 0: they are two"),
    Column("correction_id", Identity, nullable=False),
    comment="what analysts said of two lines of different articles",
    sqlite_with_rowid=False,
)

foreign_lines = Table(
    "foreign_lines",
    metadata,
    owner("events", "event_id"),
    Column("line", Text, nullable=False, comment="JSON"),
    comment="of an event taken in from a file of another program: what the file says of it",
)
