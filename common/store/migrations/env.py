"""Alembic's entry: the caller's transaction for all steps, so that a failed one changes nothing."""

from alembic import context

from common.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
