"""What stands behind one activity: its basis, its duration, what it waits for, its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

import streamlit as st

from planner.domain.activities import Activity
from planner.domain.checklist import Attestation, Basis, LawBasis
from planner.ui import session
from planner.views import agency_words, formats, journal, labels, words
from planner.views.plain import linked, plain
from planner.views.trials import upper
from planner.workspace import Snapshot

BADGE_COLOURS: Final[Mapping[Attestation, Literal["green", "blue", "orange"]]] = {
    "official_text": "green",
    "two_sources": "blue",
    "one_source": "orange",
}


def facts(known: Iterable[tuple[str, str]]) -> None:
    """What is kept of something, for those who only read it; a value that is empty is left out."""
    lines = (
        agency_words.FACT.format(label=plain(label), value=plain(value)) for label, value in known if value
    )
    st.markdown("  \n".join(lines))


def item_basis(seen: Snapshot, activity: Activity) -> None:
    """The provisions and practices an item rests on, each with its badge and source."""
    st.markdown(f"**{words.BASIS}**")
    for basis in activity.item.basis:
        st.markdown(f"{basis_badge(basis)} {basis_text(seen, basis)}")


def basis_badge(basis: Basis) -> str:
    """How sure a basis is, as Markdown: a word first and a colour second."""
    if isinstance(basis, LawBasis):
        return attestation_badge(basis.attestation)
    return f":gray-badge[{labels.BASIS_KIND['practice']}]"


def attestation_badge(attestation: Attestation) -> str:
    """The badge of an attestation, as Markdown."""
    return f":{BADGE_COLOURS[attestation]}-badge[{labels.ATTESTATION[attestation]}]"


def basis_text(seen: Snapshot, basis: Basis) -> str:
    """A basis in one line: what it is, its words, where it was read and when."""
    source = seen.checklist.sources[basis.source]
    read = link(source.title, source.address)
    if isinstance(basis, LawBasis):
        title = seen.checklist.instruments[basis.instrument].title
        provision = f" {basis.provision}" if basis.provision else ""
        quote = f" “{basis.quote}”" if basis.quote else ""
        checked = words.VERIFIED.format(day=formats.short_day(basis.verified_on))
        return f"{plain(title + provision + quote)} · {read}, {checked}"
    region = session.region_name(basis.region)
    note = f": {basis.note}" if basis.note else ""
    return f"{plain(region + note)} · {read}"


def link(title: str, address: str) -> str:
    """A source as a link where its address can be followed, else its title."""
    return f"[{plain(title)}]({address})" if address.startswith("http") else plain(title)


def item_links(seen: Snapshot, activity: Activity) -> None:
    """Estimated duration, the gates an item belongs to, and what waits for what."""
    estimate = activity.estimate
    unit = labels.DAY_UNIT[estimate.unit]
    st.markdown(f"**{words.ESTIMATE}**")
    told = words.ESTIMATE_TEXT.format(
        low=estimate.optimistic, high=estimate.pessimistic, likely=estimate.likely, unit=unit
    )
    st.markdown(f"{told} ({labels.DURATION_BASIS[estimate.basis.kind]}: {plain(estimate.basis.note)})")
    if activity.item.funding:
        st.markdown(f"{plain(upper(labels.FUNDING[activity.item.funding]))}.")
    known = session.names(seen) | {f"gate:{g.id}": f"{labels.GATE} {g.title}" for g in seen.checklist.gates}
    before = [link.predecessor for link in seen.work.links if link.successor == activity.id]
    after = [link.successor for link in seen.work.links if link.predecessor == activity.id]
    for word, ids in ((words.WAITS_FOR, before), (words.HOLDS_UP, after)):
        if ids:
            st.markdown(f"**{word}**\n" + "".join(f"\n- {name}" for name in _shortened(ids, known)))


def _shortened(ids: list[str], known: dict[str, str], most: int = 6) -> list[str]:
    named = [plain(known.get(key, key)) for key in ids[:most]]
    rest = len(ids) - most
    return [*named, words.AND_MORE.format(count=rest)] if rest > 0 else named


def item_history(seen: Snapshot, activity: str) -> None:
    """Who changed what of an activity, its documents and its comments, newest first."""
    box = st.expander(words.HISTORY, key=f"{activity}:riwayat", on_change="rerun")
    if not box.open:
        return
    known = session.names(seen)
    zone = seen.state.plan.settings.zone
    parts = (seen.state.evidence, seen.state.comments)
    mine = {key for part in parts for key, one in part.items() if one.activity == activity} | {activity}
    entries = [e for e in session.history(seen) if e.subject in mine]
    with box:
        for entry in entries:
            who, when = journal.who(entry.actor, known), formats.moment(entry.recorded_at, zone)
            st.markdown(f"{when} · {plain(who)}  \n{linked(journal.describe(entry, known))}")
        if not entries:
            st.caption(words.NO_HISTORY)
