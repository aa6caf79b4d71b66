"""What foreign files say of the events that were taken in from them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "foreign_lines",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("line", sa.Text(), nullable=False, comment="JSON"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("foreign_lines_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", name=op.f("foreign_lines_key")),
        comment="of an event taken in from a file of another program: what the file says of it",
    )


def downgrade() -> None:
    op.drop_table("foreign_lines")
