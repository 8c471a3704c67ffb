"""Alembic's way in. The caller gives the connection, in whose transaction everything happens.

A new migration is a file ``versions/NNNN_name.py`` with the next number, added to ``KNOWN`` in
``planner/storage/migrate.py``; a test compares what the migrations build with ``planner/storage/tables.py``.
"""

from __future__ import annotations

from alembic import context

from planner.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
