"""What was said of an activity as a person reads it: who, when, and whom it means by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from planner.domain.checklist import Checklist
from planner.domain.state import Entry, State
from planner.domain.teamwork import pieces
from planner.views import comments_words, formats, journal
from planner.views.plain import plain, plain_part


@dataclass(frozen=True, slots=True)
class Said:
    """A comment: by whom, the moment the record has of it, and its text as harmless Markdown.

    A comment that was taken back has no text; ``own`` ones can still be taken back.
    """

    id: str
    who: str
    when: str
    text: str
    removed: bool
    own: bool


def thread(
    checklist: Checklist,
    state: State,
    entries: Iterable[Entry],
    activity: str,
    actor: str,
    known: Mapping[str, str],
) -> list[Said]:
    """The comments on an activity, newest last; ``known`` gives names by id (``journal.names``)."""
    zone = state.plan.settings.zone
    people = everybody(checklist, state)
    first = {e.subject: e for e in entries if e.kind == "comment" and e.revision == 1}
    found = []
    for key, entry in sorted(first.items(), key=lambda pair: pair[1].number):
        comment = state.comments.get(key)
        if comment is not None and comment.activity == activity:
            found.append(
                Said(
                    id=key,
                    who=journal.who(comment.by, known),
                    when=formats.moment(entry.recorded_at, zone),
                    text="" if comment.removed else told(comment.text, known, people),
                    removed=comment.removed,
                    own=comment.by == actor and not comment.removed,
                )
            )
    return found


def everybody(checklist: Checklist, state: State) -> frozenset[str]:
    """Ids of all whom a comment can have meant: the roles, and every member there is or was."""
    return frozenset((*checklist.roles, *state.members))


def spoken(text: str, known: Mapping[str, str], people: Collection[str]) -> str:
    """A text with those it means by name."""
    return "".join(
        piece.text if piece.person is None else named(piece.person, known) for piece in pieces(text, people)
    )


def told(text: str, known: Mapping[str, str], people: Collection[str]) -> str:
    """A text as Markdown in which nothing is markup but its line breaks and the names of those it means."""
    return "  \n".join(_line(line, known, people) for line in text.splitlines())


def _line(line: str, known: Mapping[str, str], people: Collection[str]) -> str:
    return "".join(
        plain_part(piece.text) if piece.person is None else f"**{plain(named(piece.person, known))}**"
        for piece in pieces(line, people)
    )


def named(person: str, known: Mapping[str, str]) -> str:
    """A person as comments call them: ``@Sekretaris Daerah``."""
    return comments_words.AT.format(name=journal.who(person, known))


def with_mention(text: str, person: str) -> str:
    """A text that goes on with a mention of a person, by id."""
    before = text.rstrip()
    return f"{before} @{person} " if before else f"@{person} "
