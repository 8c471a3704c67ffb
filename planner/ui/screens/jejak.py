"""Jejak: who changed what, when and why; newest first, with filters that stand in the address."""

from __future__ import annotations

import streamlit as st

from planner.ui import frame, session
from planner.views import formats, journal, labels, sentences, words
from planner.views.plain import linked, plain

MOST = 200


def render() -> None:
    """Draw the filters and the entries that pass them."""
    seen = frame.opened("jejak")
    zone = seen.state.plan.settings.zone
    entries = session.history(seen)
    frame.answer(sentences.journal_sentence(entries, zone, session.names(seen)))
    known = session.names(seen)
    actors = sorted({journal.who(e.actor, known) for e in entries})
    kinds = {word: kind for kind, word in labels.SUBJECT.items()}
    with st.container(horizontal=True, vertical_alignment="bottom", key="saringan-jejak"):
        who = st.selectbox(words.WHO, [words.ALL, *actors], key="oleh", bind="query-params", width=240)
        kind = st.selectbox(words.KIND, [words.ALL, *kinds], key="jenis", bind="query-params", width=180)
        since = st.date_input(
            words.FROM, value=None, format="DD/MM/YYYY", key="sejak", bind="query-params", width=180
        )
        text = st.text_input(words.TEXT, key="kata", bind="query-params", width=220)
    found = [
        (entry, journal.subject(entry, known), journal.describe(entry, known))
        for entry in entries
        if who in (words.ALL, journal.who(entry.actor, known))
        and kinds.get(kind) in (None, entry.kind)
        and (since is None or entry.effective_on >= since)
    ]
    asked = (text or "").casefold()
    shown = [line for line in found if asked in f"{line[1]} {line[2]} {line[0].why}".casefold()]
    st.caption(words.SHOWN.format(shown=min(len(shown), MOST), total=len(entries)))
    if not shown:
        st.info(words.NO_ENTRIES)
    with st.container(key="daftar-jejak"):
        for entry, subject, told in shown[:MOST]:
            when = formats.moment(entry.recorded_at, zone)
            effect = words.EFFECTIVE.format(day=formats.short_day(entry.effective_on))
            why = f"  \n{words.WHY}: {linked(entry.why)}" if entry.why else ""
            actor = plain(journal.who(entry.actor, known))
            head = f"**{plain(subject)}**  \n{linked(told)}{why}"
            st.markdown(f"{head}  \n{actor} · {when} · {effect} · {words.NUMBER} {entry.number}")


render()
