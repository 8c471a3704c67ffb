"""The queue of Verifikasi in words: its sentence, its rows, and what was decided before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from planner.domain.limits import Limit
from planner.domain.schedule import ActivityDates
from planner.domain.state import Progress
from planner.views import formats, journal, sentences, words
from planner.views import review_words as said
from planner.views.plain import plain
from planner.views.review import Reviewable, Story

SEPARATOR: Final = " · "


@dataclass(frozen=True, slots=True)
class Held:
    """Working days by which the launch comes forward once something is accepted today, with ``others``."""

    days: int
    others: int = 0


def queue_sentence(rows: Iterable[Reviewable], together: int, day: date) -> str:
    """Verifikasi: how many wait, the oldest since when, and the working days they hold the launch."""
    waiting = [row for row in rows if row.waits == "accept"]
    if not waiting:
        return said.NOTHING_WAITS
    oldest = waiting[0].since
    held = said.HELD.format(days=formats.work_days(together)) if together > 0 else said.NOT_HELD
    unproven = sum(bool(row.missing) for row in waiting)
    return said.WAITS.format(
        count=formats.number(len(waiting)),
        unproven=f" {said.UNPROVEN.format(count=formats.number(unproven))}" if unproven else "",
        day=formats.full_day(oldest),
        ago=formats.relative(oldest, day),
        held=held,
    )


def row_told(
    row: Reviewable,
    known: Mapping[str, str],
    day: date,
    *,
    held: Held | None = None,
    dates: ActivityDates | None = None,
    limit: Limit | None = None,
    changed: bool = False,
) -> str:
    """One row as Markdown: what it is, who made it wait since when, what proves it, and what it holds up.

    ``known`` gives readable names by id. ``held`` is given where it holds the launch, ``dates`` where there
    is a launch to come, with the ``limit`` that the work goes by; ``changed``: it is not any more what the
    visitor opened.
    """
    told = [_began(row, known, day), _proof(row)]
    if held is not None:
        told.append(held_told(held))
    elif dates is not None:
        told.append(sentences.slack(dates, limit))
    if changed:
        told.append(said.CHANGED)
    agency = row.activity.agency
    named = [f"**{plain(row.activity.item.title)}**", *([plain(known[agency])] if agency else [])]
    return f"{SEPARATOR.join(named)}  \n{plain(SEPARATOR.join(told))}"


def _began(row: Reviewable, known: Mapping[str, str], day: date) -> str:
    told = row.story
    review = told.review
    who = row.by if row.waits == "accept" or review is None else review.by
    began = {"accept": said.SINCE, "returned": said.RETURNED, "lapsed": said.LAPSED}[row.waits]
    return began.format(
        who=journal.who(who, known),
        day=formats.short_day(row.since),
        ago=formats.relative(row.since, day),
    )


def handed_in(row: Reviewable, progress: Progress, known: Mapping[str, str], zone: str) -> str:
    """Who handed it in and when, with the day it took effect where it was recorded later; and its dates."""
    since = row.story.since
    dates = dates_told(progress)
    if since is None or row.waits != "accept":
        return dates
    day, when = formats.short_day(row.since), formats.moment(since.recorded_at, zone)
    sentence = said.HANDED_IN if when.startswith(day) else said.HANDED_IN_LATE
    told = sentence.format(who=journal.who(row.by, known), day=day, when=when)
    return f"{told} {dates}"


def held_told(held: Held) -> str:
    """``menahan 3 hari kerja``, alone or with others of the item; without days: only together with others."""
    if held.days <= 0:
        return words.HOLDS_TOGETHER
    days = formats.work_days(held.days)
    if held.others:
        return said.HOLDS_WITH.format(days=days, count=formats.number(held.others))
    return said.HOLDS.format(days=days)


def dates_told(progress: Progress) -> str:
    """When the work began, where that was said, and when it was finished."""
    finish = formats.short_day(progress.finished_on)
    if progress.started_on is None:
        return said.FINISHED.format(finish=finish)
    return said.DATES.format(start=formats.short_day(progress.started_on), finish=finish)


def _proof(row: Reviewable) -> str:
    if row.missing:
        return said.MISSING.format(titles=missing_told(row))
    return said.EVIDENCE.format(count=row.files) if row.files else said.NO_EVIDENCE


def missing_told(row: Reviewable) -> str:
    """The required documents that are not there, by their titles."""
    titles = {r.id: r.title for r in row.activity.item.evidence}
    return sentences.listed(titles[missing] for missing in row.missing)


def word_told(told: Story, known: Mapping[str, str], *, stands: bool) -> str:
    """The last decision in one sentence, with who and when, and what changed since where it does not stand.

    ``known`` gives readable names by id. Empty where nobody decided yet.
    """
    review, word = told.review, told.word
    if review is None or word is None:
        return ""
    who, day = journal.who(review.by, known), formats.short_day(word.effective_on)
    accepted = review.decision == "accepted"
    if stands:
        sentence = words.ACCEPTED_BY if accepted else words.RETURNED_BY
        return sentence.format(who=who, reason=review.reason)
    changes = "; ".join(journal.describe(entry, known).rstrip(".") for entry in told.changed)
    sentence = said.LAPSED_WORD if accepted else said.ANSWERED_WORD
    changed = changes or said.RESUBMITTED
    return sentence.format(who=who, day=day, reason=_ended(review.reason), changed=_lower(changed))


def _ended(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."


def _lower(told: str) -> str:
    """A sentence as the rest of another."""
    return told[:1].lower() + told[1:]
