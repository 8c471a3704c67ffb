"""Dasar hukum: each provision, what rests on it, how sure it is and when it was last checked."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from planner.domain.checklist import Instrument, Item, LawBasis, PracticeBasis
from planner.ui import frame, session
from planner.ui.components.item_facts import attestation_badge, link
from planner.views import formats, labels, sentences, words
from planner.views.plain import plain
from planner.workspace import Snapshot


def render() -> None:
    """Draw the instruments with their provisions, then the practices of regencies."""
    seen = frame.opened("hukum")
    frame.answer(sentences.legal_sentence(seen.checklist))
    with st.expander(words.HOW_SURE):
        for attestation, word in labels.ATTESTATION.items():
            st.markdown(f"**{word}**: {labels.ATTESTATION_MEANING[attestation]}.")
        st.markdown(f"**{labels.BASIS_KIND['practice']}**: {labels.PRACTICE_MEANING}.")
    for instrument in seen.checklist.head.instruments:
        _instrument(seen, instrument)
    _practices(seen)


def _instrument(seen: Snapshot, instrument: Instrument) -> None:
    source = seen.checklist.sources[instrument.source]
    st.subheader(plain(instrument.title))
    checked = words.VERIFIED.format(day=formats.short_day(instrument.verified_on))
    st.markdown(f"{plain(instrument.subject)} · {link(source.title, source.address)}, {checked}")
    if instrument.note:
        st.caption(plain(instrument.note))
    resting: dict[str, list[tuple[LawBasis, Item]]] = {}
    for item in seen.checklist.items.values():
        for basis in item.basis:
            if isinstance(basis, LawBasis) and basis.instrument == instrument.id:
                resting.setdefault(basis.provision or words.WHOLE, []).append((basis, item))
    for provision, pairs in sorted(resting.items(), key=lambda pair: _order(pair[0])):
        sure = dict.fromkeys(attestation_badge(basis.attestation) for basis, _ in pairs)
        checked = words.VERIFIED.format(day=formats.short_day(min(b.verified_on for b, _ in pairs)))
        quotes = dict.fromkeys(f"“{plain(basis.quote)}”" for basis, _ in pairs if basis.quote)
        resting_items = f"{words.RESTS_ON}: {_named(item for _, item in pairs)}"
        head = f"**{plain(provision)}** {' '.join(sure)} {checked}"
        st.markdown("  \n".join([head, *quotes, resting_items]))


def _practices(seen: Snapshot) -> None:
    st.subheader(words.PRACTICE)
    regions: dict[str, list[Item]] = {}
    for item in seen.checklist.items.values():
        for basis in item.basis:
            if isinstance(basis, PracticeBasis):
                regions.setdefault(basis.region, []).append(item)
    for region, items in sorted(regions.items()):
        st.markdown(f"**{plain(session.region_name(region))}**  \n{words.RESTS_ON}: {_named(items)}")


def _named(items: Iterable[Item]) -> str:
    return "; ".join(dict.fromkeys(plain(f"{item.id} {item.title}") for item in items))


def _order(provision: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", provision)]


render()
