"""Every entry of the record gets its seal, and every plan the seal of its last entry."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from planner.storage import dialect
from planner.storage.seal import FIELDS, GENESIS, seal
from planner.storage.tables import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_plan = sa.table("plan", sa.column("id"), sa.column("last_hash"))
_record = sa.table(
    "record",
    *(
        sa.column(name)
        for name in ("plan_id", "hash", "number", "revision", "actor", "kind", "subject", "why")
    ),
    sa.column("effective_on", sa.Date()),
    sa.column("recorded_at", Moment()),
    sa.column("before", sa.JSON()),
    sa.column("after", sa.JSON()),
)


def upgrade() -> None:
    """Add the columns, seal what is there in its order, and protect the record again."""
    connection = op.get_bind()
    dialect.release_record(connection)
    op.add_column("plan", sa.Column("last_hash", sa.String(64), nullable=False, server_default=""))
    op.add_column("record", sa.Column("hash", sa.String(64), nullable=False, server_default=""))
    for plan in connection.scalars(sa.select(_plan.c.id)).all():
        _seal_plan(connection, plan)
    dialect.protect_record(connection)
    dialect.require_seals(connection)


def _seal_plan(connection: sa.Connection, plan: str) -> None:
    last, sealed = GENESIS, []
    columns = (_record.c[name] for name in FIELDS)
    query = sa.select(*columns).where(_record.c.plan_id == plan).order_by(_record.c.number)
    for row in connection.execute(query):
        last = seal(plan, dict(row._mapping), last)
        sealed.append({"the_number": row.number, "the_seal": last})
    if sealed:
        place = (_record.c.plan_id == plan) & (_record.c.number == sa.bindparam("the_number"))
        connection.execute(_record.update().where(place).values(hash=sa.bindparam("the_seal")), sealed)
    connection.execute(_plan.update().where(_plan.c.id == plan).values(last_hash=last))
