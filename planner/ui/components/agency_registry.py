"""The agencies that take part: the list, one to be changed, many added from the catalogue or by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, get_args

import streamlit as st

from planner.domain.agency_catalogue import AgencyCatalogue, TypicalAgency
from planner.domain.cells import like_formula, visible
from planner.domain.changes import Change, NewAgency, SameAgency, joining
from planner.domain.plan import AgencyCategory
from planner.ui import clicks, session, style
from planner.ui.components import notice
from planner.ui.components.agency_form import LAST_WAVE, agency_form, effect_of
from planner.ui.components.item_facts import attestation_badge
from planner.views import formats, words
from planner.views import registry as views
from planner.views import registry_words as told
from planner.views.plain import plain
from planner.workspace import Snapshot, seen_revisions

SUBJECT: Final = "instansi"
WAY: Final = "instansi:cara"
NAMES: Final = "instansi-baru"
CATEGORY: Final = "kelompok-baru"
WAVE: Final = "gelombang-baru"
MOST_AT_ONCE: Final = 200
WIDTHS_PX: Final = (280, 176, 84, 112, 54, 66, None, 72, None)
"""What the columns need, the longest names whole; the contact and the origin share what is left."""

COLUMN_WIDTHS: Final = {
    column: st.column_config.Column(width=width)
    for column, width in zip(told.COLUMNS, WIDTHS_PX, strict=True)
}


def registry(seen: Snapshot) -> None:
    """Draw the agencies and, where they can be written, the ways to change them or add some."""
    plan = seen.state.plan
    st.subheader(told.TITLE)
    (st.markdown if plan.agencies else st.info)(plain(views.registry_sentence(plan)))
    if plan.agencies:
        columns = told.NARROW_COLUMNS if style.narrow() else told.COLUMNS
        table = views.registry_table(plan)[list(columns)]
        st.dataframe(table, hide_index=True, width="stretch", column_config=COLUMN_WIDTHS, alt=told.TABLE_ALT)
    if session.closed(seen, "map"):
        notice.reading(seen)
        return
    ways = [way for way in WAYS if plan.agencies or way != told.EDIT]
    if st.session_state.get(WAY) not in ways:
        st.session_state[WAY] = ways[0]
    st.segmented_control(told.DO, ways, key=WAY, required=True, label_visibility="collapsed")
    WAYS[st.session_state[WAY]](seen)


def _catalogue(seen: Snapshot) -> None:
    """Typical agencies by category, several chosen at once, with what is known of those chosen."""
    found = session.workspace().library.agencies
    if isinstance(found, tuple):
        st.warning(plain(told.CATALOGUE_BROKEN.format(problem=found[0])))
        return
    st.markdown(told.CATALOGUE_INTRO)
    free = views.choices(found, seen.state.plan)
    columns = st.columns(2, gap="large")
    for number, (category, offered) in enumerate(free.items()):
        with columns[2 * number // len(free)]:
            _category(category, offered)
    chosen = _chosen(free)
    for typical in chosen:
        st.markdown(_line(found, typical))
    _wave()
    st.button(
        told.ADD_CHOSEN, type="primary", key="tambah-katalog", on_click=_add_chosen, args=(seen, tuple(free))
    )
    notice.show(SUBJECT)
    with st.expander(told.SEE_ALL):
        for category in free:
            lines = [f"- {_line(found, one)}" for one in found.agencies if one.category == category]
            st.markdown("\n".join([f"**{plain(views.category_title(category))}**", "", *lines]))


def _line(catalogue: AgencyCatalogue, typical: TypicalAgency) -> str:
    """A typical agency with how sure its presence is and where it was seen, as Markdown."""
    where = plain(views.seen_where(catalogue, typical))
    return f"**{plain(typical.name)}** {attestation_badge(typical.attestation)} {where}"


def _category(category: AgencyCategory, offered: Sequence[TypicalAgency]) -> None:
    known = {typical.id: typical for typical in offered}
    if not known:
        st.caption(told.ALL_THERE.format(category=views.category_title(category)))
        return
    st.multiselect(
        views.category_title(category),
        list(known),
        format_func=lambda one: views.choice(known[one]),
        key=_key(category),
        placeholder=told.CHOOSE,
        select_all=False,
        wrap=True,
    )


def _key(category: AgencyCategory) -> str:
    return f"katalog:{category}"


def _chosen(free: Mapping[AgencyCategory, Sequence[TypicalAgency]]) -> list[TypicalAgency]:
    """The typical agencies that are chosen now, in the order of the catalogue."""
    return [
        typical
        for category, offered in free.items()
        for typical in offered
        if typical.id in st.session_state.get(_key(category), ())
    ]


def _wave() -> None:
    st.number_input(
        told.NEW_WAVE,
        min_value=1,
        max_value=LAST_WAVE,
        step=1,
        key=WAVE,
        help=told.NEW_WAVE_HELP,
        width=160,
        persist_state="session",
    )


@clicks.answered
def _add_chosen(seen: Snapshot, categories: Sequence[AgencyCategory]) -> None:
    found = session.workspace().library.agencies
    if not isinstance(found, AgencyCatalogue):
        return
    chosen = _chosen(views.choices(found, seen.state.plan))
    if not chosen:
        notice.refuse(SUBJECT, told.CHOOSE_FIRST)
        return
    changes = [
        NewAgency(
            name=typical.short,
            category=typical.category,
            wave=st.session_state[WAVE],
            typical=typical.id,
        )
        for typical in chosen
    ]
    if _record(seen, changes, len(changes)):
        for category in categories:
            st.session_state[_key(category)] = []


def _names(seen: Snapshot) -> None:
    """Names, one per line, of one category."""
    st.text_area(
        words.AGENCY_NAME, key=NAMES, placeholder=words.ADD_MANY, height=120, persist_state="session"
    )
    category, wave = st.columns([3, 1])
    with category:
        st.selectbox(
            words.CATEGORY,
            get_args(AgencyCategory),
            format_func=views.category_title,
            key=CATEGORY,
            help=words.CATEGORY_HELP,
        )
    with wave:
        _wave()
    st.button(words.ADD_AGENCY, type="primary", key="tambah-instansi", on_click=_add_names, args=(seen,))
    notice.show(SUBJECT)


@clicks.answered
def _add_names(seen: Snapshot) -> None:
    typed = [name for name in map(visible, st.session_state[NAMES].splitlines()) if name]
    names, rest = typed[:MOST_AT_ONCE], typed[MOST_AT_ONCE:]
    formula = next(filter(like_formula, names), None)
    if formula is not None:
        notice.refuse(SUBJECT, told.LIKE_FORMULA.format(name=formula))
        return
    known, wave = session.workspace().library.agencies, st.session_state[WAVE]
    changes = joining(
        names,
        seen.state.plan.agencies,
        known if isinstance(known, AgencyCatalogue) else None,
        st.session_state[CATEGORY],
        wave if wave > 1 else None,
    )
    if isinstance(changes, SameAgency):
        notice.refuse(SUBJECT, told.SAME_AGENCY.format(name=changes.name, other=changes.other))
        return
    also = views.typed_sentence(changes, st.session_state[CATEGORY], len(rest), MOST_AT_ONCE)
    if _record(seen, changes, len(names), also):
        st.session_state[NAMES] = "\n".join(rest)


def _record(seen: Snapshot, changes: Sequence[Change], count: int, also: str = "") -> bool:
    """Write all or none, and say how many joined, what that did, and what is to be said besides."""
    actor = session.actor()
    known = seen_revisions(seen, changes, actor)
    outcome = session.workspace().record_all(seen.state.plan.id, changes, actor=actor, seen=known)
    written = notice.tell(SUBJECT, outcome, seen)
    if written:
        added = words.ADDED.format(count=formats.number(count))
        notice.say(SUBJECT, " ".join(filter(None, (added, effect_of(seen), also))))
    return written


WAYS: Final[Mapping[str, Callable[[Snapshot], None]]] = {
    told.EDIT: agency_form,
    told.CATALOGUE: _catalogue,
    told.TYPED: _names,
}
