"""How Alembic reaches a record: over the connection that it is given, or the URL given with `-x record=…`."""

from alembic import context

from mahdar.record.schema import metadata


def run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run()
