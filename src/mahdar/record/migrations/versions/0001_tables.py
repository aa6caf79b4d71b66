"""The tables of a record and the index for full text."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INDEXED = ("article", "statement", "event", "position", "commitment")


def upgrade() -> None:
    op.create_table(
        "actors",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("actors_key")),
        sa.UniqueConstraint("name", "code", "kind", name=op.f("actors_one_name_code_kind")),
        comment="every person, state, organisation and group of the record once",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("actors_by_code"), "actors", ["code"], unique=False)
    op.create_table(
        "articles",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="the article's id in the interchange format"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False, comment="of what was read: title, text, date, source, address"),
        sa.Column("coded_by", sa.Text(), nullable=False, comment="version of Mahdar and of its lexicon"),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column(
            "story_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the earliest article that tells the same story",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("articles_key")),
        sa.UniqueConstraint("name", name=op.f("articles_one_name")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("articles_by_published_id"), "articles", ["published", "id"], unique=False)
    op.create_index(op.f("articles_by_source_published"), "articles", ["source", "published"], unique=False)
    op.create_index(op.f("articles_by_story_id"), "articles", ["story_id"], unique=False)
    op.create_index(op.f("articles_by_url"), "articles", ["url"], unique=False)
    op.create_table(
        "corrections",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="statement, event, position, commitment, actor"),
        sa.Column(
            "line",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the line as it stands now; empty where there is none",
        ),
        sa.Column("action", sa.Text(), nullable=False, comment="accept, reject, edit, split, merge, undo"),
        sa.Column(
            "before", sa.Text(), nullable=False, comment="the line that was corrected, with its actors, in the interchange format"
        ),
        sa.Column("after", sa.Text(), nullable=True, comment="what it became; with split, what was parted from it"),
        sa.Column("other_article", sa.Text(), nullable=True, comment="where the second line of a merge or split stands"),
        sa.Column("other_line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("other", sa.Text(), nullable=True, comment="the second line of a merge or split"),
        sa.Column(
            "builds_on",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the correction that is undone, or that made the line what it was",
        ),
        sa.Column("standing", sa.Text(), nullable=False, comment="stands; orphaned: the article has its words no more; undone"),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("corrections_key")),
        comment="what analysts changed; nothing is deleted",
        sqlite_autoincrement=True,
    )
    for column in ("article", "line", "other_article"):
        op.create_index(op.f(f"corrections_by_{column}"), "corrections", [column], unique=False)
    op.create_table(
        "dossiers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="its slug: syria, karabakh"),
        sa.Column("label_ar", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("dossiers_key")),
        sa.UniqueConstraint("name", name=op.f("dossiers_one_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "places",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("geonames", sa.Integer(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("places_key")),
        sa.UniqueConstraint("name", "geonames", "country", name=op.f("places_one_name_geonames_country")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "article_actors",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "origin", sa.Text(), nullable=True, comment="accepted, edited, split, merged by an analyst; empty: the machine's"
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("label_ar", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("article_actors_actor_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("article_actors_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("article_actors_key")),
        comment="an actor as one article knows it",
    )
    op.create_index(op.f("article_actors_by_actor_id"), "article_actors", ["actor_id"], unique=False)
    op.create_index(op.f("article_actors_by_article_id"), "article_actors", ["article_id"], unique=False)
    op.create_table(
        "article_dossiers",
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("article_dossiers_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("article_dossiers_dossier_id")),
        sa.PrimaryKeyConstraint("article_id", "dossier_id", name=op.f("article_dossiers_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("article_dossiers_by_dossier", "article_dossiers", ["dossier_id", "article_id"], unique=False)
    op.create_table(
        "sketches",
        sa.Column("hash", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("sketches_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", "article_id", name=op.f("sketches_key")),
        comment="some 5-grams of each article, by which those that share text are found",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("sketches_by_article_id"), "sketches", ["article_id"], unique=False)
    op.create_table(
        "story_links",
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("jaccard", sa.Float(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("story_links_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["articles.id"], name=op.f("story_links_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "other_id", name=op.f("story_links_key")),
        comment="articles that share their text: why they are one story",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("story_links_by_other_id"), "story_links", ["other_id"], unique=False)
    op.create_table(
        "versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("replaced", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("versions_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("versions_key")),
        sa.UniqueConstraint("article_id", "version", name=op.f("versions_one_article_id_version")),
        comment="what an article said before it was replaced by a newer version",
    )
    op.create_index(op.f("versions_by_article_id"), "versions", ["article_id"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("article_actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_actor_id"], ["article_actors.id"], name=op.f("mentions_article_actor_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_actor_id", "position", name=op.f("mentions_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column(
            "origin", sa.Text(), nullable=True, comment="accepted, edited, split, merged by an analyst; empty: the machine's"
        ),
        sa.Column("speaker_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("statements_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["speaker_id"], ["article_actors.id"], name=op.f("statements_speaker_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("statements_key")),
    )
    op.create_index(op.f("statements_by_article_id"), "statements", ["article_id"], unique=False)
    op.create_index(op.f("statements_by_day"), "statements", ["day"], unique=False)
    op.create_index(op.f("statements_by_speaker_id"), "statements", ["speaker_id"], unique=False)
    op.create_table(
        "commitments",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column(
            "origin", sa.Text(), nullable=True, comment="accepted, edited, split, merged by an analyst; empty: the machine's"
        ),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("due_precision", sa.Text(), nullable=True),
        sa.Column("statement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("commitments_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("commitments_statement_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("commitments_key")),
    )
    op.create_index(op.f("commitments_by_article_id"), "commitments", ["article_id"], unique=False)
    op.create_index(op.f("commitments_by_day"), "commitments", ["day"], unique=False)
    op.create_index(op.f("commitments_by_due"), "commitments", ["due"], unique=False)
    op.create_index(op.f("commitments_by_statement_id"), "commitments", ["statement_id"], unique=False)
    op.create_table(
        "events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column(
            "origin", sa.Text(), nullable=True, comment="accepted, edited, split, merged by an analyst; empty: the machine's"
        ),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("quad", sa.Text(), nullable=False),
        sa.Column("contexts", sa.Text(), nullable=False, comment="separated by spaces"),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=True),
        sa.Column("place_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("statement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "same_as",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the line that tells the same event first",
        ),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("events_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("events_place_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("events_statement_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("events_key")),
    )
    op.create_index(op.f("events_by_article_id"), "events", ["article_id"], unique=False)
    op.create_index(op.f("events_by_date"), "events", ["date"], unique=False)
    op.create_index(op.f("events_by_day"), "events", ["day"], unique=False)
    op.create_index(op.f("events_by_place_id"), "events", ["place_id"], unique=False)
    op.create_index(op.f("events_by_same_as"), "events", ["same_as"], unique=False)
    op.create_index(op.f("events_by_statement_id"), "events", ["statement_id"], unique=False)
    op.create_index(op.f("events_by_type_date"), "events", ["type", "date"], unique=False)
    op.create_table(
        "positions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column(
            "origin", sa.Text(), nullable=True, comment="accepted, edited, split, merged by an analyst; empty: the machine's"
        ),
        sa.Column("holder_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("positions_article_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["holder_id"], ["article_actors.id"], name=op.f("positions_holder_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("positions_statement_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("positions_key")),
    )
    op.create_index(op.f("positions_by_article_id"), "positions", ["article_id"], unique=False)
    op.create_index(op.f("positions_by_day"), "positions", ["day"], unique=False)
    op.create_index(op.f("positions_by_holder_id"), "positions", ["holder_id"], unique=False)
    op.create_index(op.f("positions_by_statement_id"), "positions", ["statement_id"], unique=False)
    op.create_table(
        "statement_content",
        sa.Column("statement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("statement_content_statement_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", "position", name=op.f("statement_content_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement_dossiers",
        sa.Column("statement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("statement_dossiers_dossier_id")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("statement_dossiers_statement_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", "dossier_id", name=op.f("statement_dossiers_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("statement_dossiers_by_dossier", "statement_dossiers", ["dossier_id", "statement_id"], unique=False)
    op.create_table(
        "commitment_dossiers",
        sa.Column("commitment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitments.id"], name=op.f("commitment_dossiers_commitment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("commitment_dossiers_dossier_id")),
        sa.PrimaryKeyConstraint("commitment_id", "dossier_id", name=op.f("commitment_dossiers_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("commitment_dossiers_by_dossier", "commitment_dossiers", ["dossier_id", "commitment_id"], unique=False)
    op.create_table(
        "commitment_parties",
        sa.Column("commitment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="by or with"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_actor_id"], ["article_actors.id"], name=op.f("commitment_parties_article_actor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitments.id"], name=op.f("commitment_parties_commitment_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("commitment_id", "role", "position", name=op.f("commitment_parties_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("commitment_parties_by_article_actor_id"), "commitment_parties", ["article_actor_id"], unique=False)
    op.create_table(
        "event_actors",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="actor or recipient"),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("actor_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("event_actors_actor_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["article_actor_id"], ["article_actors.id"], name=op.f("event_actors_article_actor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("event_actors_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "role", "position", name=op.f("event_actors_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("event_actors_by_actor_id"), "event_actors", ["actor_id"], unique=False)
    op.create_index(op.f("event_actors_by_article_actor_id"), "event_actors", ["article_actor_id"], unique=False)
    op.create_index(op.f("event_actors_by_code_role"), "event_actors", ["code", "role"], unique=False)
    op.create_table(
        "event_dossiers",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("event_dossiers_dossier_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("event_dossiers_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "dossier_id", name=op.f("event_dossiers_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("event_dossiers_by_dossier", "event_dossiers", ["dossier_id", "event_id"], unique=False)
    op.create_table(
        "event_evidence",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("event_evidence_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "position", name=op.f("event_evidence_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event_keys",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("event_keys_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "event_id", name=op.f("event_keys_key")),
        comment="numbers of which two lines that may tell one event have one in common",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("event_keys_by_event_id"), "event_keys", ["event_id"], unique=False)
    op.create_table(
        "event_links",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("event_links_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["events.id"], name=op.f("event_links_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "other_id", name=op.f("event_links_key")),
        comment="lines of different articles that are likely to tell one event, and why",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("event_links_by_other_id"), "event_links", ["other_id"], unique=False)
    op.create_table(
        "position_dossiers",
        sa.Column("position_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("dossier_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossiers.id"], name=op.f("position_dossiers_dossier_id")),
        sa.ForeignKeyConstraint(
            ["position_id"], ["positions.id"], name=op.f("position_dossiers_position_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("position_id", "dossier_id", name=op.f("position_dossiers_key")),
        sqlite_with_rowid=False,
    )
    op.create_index("position_dossiers_by_dossier", "position_dossiers", ["dossier_id", "position_id"], unique=False)
    op.create_table(
        "machine_lines",
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("lines", sa.Text(), nullable=False, comment="in the interchange format, without the text"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("machine_lines_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", name=op.f("machine_lines_key")),
        comment="what the machine made of the articles that analysts corrected",
    )
    op.create_table(
        "event_choices",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("joined", sa.Integer(), nullable=False, comment="1: they are one event; 0: they are two"),
        sa.Column("correction_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("event_choices_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["events.id"], name=op.f("event_choices_other_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "other_id", name=op.f("event_choices_key")),
        comment="what analysts said of two lines of different articles",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("event_choices_by_other_id"), "event_choices", ["other_id"], unique=False)
    for kind in INDEXED:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f"create virtual table {kind}_words using fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
            )
        else:
            op.execute(f"create table {kind}_words (id bigint primary key, words tsvector not null)")
            op.execute(f"create index {kind}_words_by_words on {kind}_words using gin (words)")


def downgrade() -> None:
    raise NotImplementedError("there is nothing before the first version")
