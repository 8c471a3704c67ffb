"""What a row of the schedule says beside its bar and when it is pointed at (Plotly's small HTML)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import Final

from planner.domain.checklist import Checklist
from planner.domain.plan import PlannedConstraint
from planner.domain.schedule import FundedWork
from planner.views import formats, labels, target_words, why_words
from planner.views import schedule_words as words
from planner.views.gantt.rows import Row

INDENT: Final = "\u2002\u2002"
LINES: Final = 2
BOLD_LETTERS: Final = 3


@lru_cache(maxsize=4096)
def lines_of(text: str, letters: int, lines: int = LINES) -> tuple[str, ...]:
    """``text`` broken between words into at most ``lines`` lines of ``letters``; the rest shows as …"""
    return tuple(wrap(text, letters, max_lines=lines, placeholder=" …")) or ("",)


def label(row: Row, letters: int, muted: str) -> tuple[str, int]:
    """Label of a row and how many lines it has; ``letters`` is the room of a line, ``muted`` a colour.

    A name too long for two lines is shortened by whole words; the row tells it in full when pointed at.
    """
    depth = 0 if row.kind == "stage" else 2 if row.inside else 1
    letters -= BOLD_LETTERS if row.kind == "stage" else 2 * depth
    name = lines_of(row.title, letters)
    told = [escape(part, quote=False) for part in name]
    if row.kind == "stage":
        told = [f"<b>{part}</b>" for part in told]
    note = remark(row)
    if note:
        quiet = f"<span style='color:{muted}'>{note}</span>"
        if len(name[-1]) + 1 + len(note) <= letters:
            told[-1] = f"{told[-1]} {quiet}"
        else:
            told.append(quiet)
    return "<br>".join(INDENT * depth + part for part in told), len(told)


def remark(row: Row) -> str:
    """The few words after a name: how many agencies, how many of them done, or that the work is running."""
    if row.kind == "stage":
        proof = labels.UNPROVEN.format(count=row.unproven) if row.unproven else ""
        if row.finished:
            return f"✓ {labels.FINISHED}{proof}"
        return labels.DONE_OF.format(done=row.done - row.unproven, total=row.total) + proof
    if row.kind == "group":
        agencies = labels.AGENCIES.format(count=row.total)
        if row.finished or not row.done:
            return f"({agencies}) ✓" if row.finished else f"({agencies})"
        return f"({agencies}, {labels.DONE_COUNT.format(count=row.done)})"
    if row.finished:
        return "✓" if not row.unproven else f"✓ {labels.NOT_PROVEN}"
    return f"· {labels.STATUS['in_progress']}" if row.running else ""


def hover(row: Row, checklist: Checklist, letters: int) -> str:
    """Everything the chart knows of a row: name in full, dates with weekdays, float, whose move it is.

    ``letters`` is the room of a line.
    """
    item = checklist.items[row.item] if row.item is not None else None
    title = row.title if item is None else f"{item.id} {item.title}"
    told = [f"<b>{part}</b>" for part in lines_of(escape(title, quote=False), letters, 6)]
    if row.agency is not None:
        told.append(escape(row.agency, quote=False))
    if row.kind != "task":
        told.append(labels.DONE_OF_ACTIVITIES.format(done=row.done, total=row.total))
    if row.start is not None and row.finish is not None:
        told.append(_dates(row.start, row.finish))
        told.append(_state(row))
    elif row.done_start is not None and row.done_finish is not None:
        told.append(f"{labels.FINISHED.capitalize()}: {_dates(row.done_start, row.done_finish)}")
    if row.unproven:
        told.append(labels.UNPROVEN_FULL.format(count=row.unproven))
    if row.latest is not None:
        meant = target_words.LIMIT if row.to_target else labels.LATEST
        told.append(f"{meant}: {formats.weekday_day(row.latest)}")
    if row.money is not None:
        told += lines_of(_money(row.money, row.moneyless, row.total), letters, 3)
    if row.limits:
        told += lines_of(words.LIMIT_SET.format(limits="; ".join(map(limit, row.limits))), letters, 4)
    if row.planned is not None:
        told.append(f"{words.BASELINE}: {_dates(*row.planned)}")
    if item is not None:
        told.append(f"{labels.RESPONSIBLE}: {escape(checklist.roles[item.responsible].title, quote=False)}")
    return "<br>".join(told)


def _money(money: FundedWork, waiting: int, total: int) -> str:
    reason = why_words.waits_for(money.funding)
    return words.MONEYLESS.format(count=waiting, reason=reason) if total > 1 else capital(reason)


def limit(constraint: PlannedConstraint) -> str:
    """A date constraint in words: ``selesai paling lambat 31 Mei 2027``."""
    day = "" if constraint.day is None else formats.full_day(constraint.day)
    return why_words.CONSTRAINT[constraint.type].format(day=day)


def capital(text: str) -> str:
    """``text`` with its first letter made large."""
    return text[:1].upper() + text[1:]


def _dates(first: date, last: date) -> str:
    if first == last:
        return formats.weekday_day(first)
    return f"{formats.weekday_day(first)} – {formats.weekday_day(last)}"


def _state(row: Row) -> str:
    status = labels.STANDING["in_progress" if row.running else "not_started"].capitalize()
    return status if row.kind == "stage" else f"{status}, {row.slack}"
