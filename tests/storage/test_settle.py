"""The rule of a write, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime

from planner.domain.state import Entry
from planner.storage.changes import Circumstances, Draft, Invalid, Standing, settle

MOMENT = datetime(2024, 6, 1, tzinfo=UTC)


def entered(day: date, after: dict[str, object]) -> Standing:
    entry = Entry(
        plan="kota-contoh",
        number=1,
        revision=1,
        effective_on=day,
        recorded_at=MOMENT,
        actor="Staf",
        kind="activity",
        subject="KOM-01",
        before={},
        after=after,
    )
    return Standing(1, after, "Staf", MOMENT, (entry,))


def test_a_late_entry_is_refused_where_a_later_day_would_hold_what_cannot_be() -> None:
    standing = {("activity", "KOM-01"): entered(date(2024, 5, 6), {"colour": "red"})}
    circumstances = Circumstances("kota-contoh", 1, "Staf", date(2024, 3, 1), MOMENT, "")
    result = settle([Draft("activity", "KOM-01", {"status": "done"}, 1)], standing, circumstances)
    assert result == Invalid("activity", "KOM-01", ("pada 06/05/2024: colour: tidak dikenal",))
