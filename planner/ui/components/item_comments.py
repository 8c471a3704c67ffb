"""What people say of one activity, and a place to say more."""

from __future__ import annotations

import streamlit as st

from planner.domain.activities import Activity
from planner.domain.changes import Change, CommentRemoval, NewComment
from planner.domain.teamwork import people
from planner.ui import clicks, session
from planner.ui.components import notice
from planner.views import comments, comments_words, journal
from planner.views.plain import plain
from planner.workspace import Snapshot


def item_comments(seen: Snapshot, activity: Activity) -> None:
    """Draw the comments on an activity, newest last, and the field for the next one."""
    st.markdown(f"**{comments_words.TITLE}**")
    speaks = not seen.past and session.workspace().may(seen.state.plan.id, "comment", activity.agency)
    thread = comments.thread(
        seen.checklist,
        seen.state,
        session.history(seen),
        activity.id,
        session.actor(),
        session.names(seen),
    )
    if not thread:
        st.caption(comments_words.NONE)
    for said in thread:
        _said(seen, activity.id, said, withdrawable=said.own and speaks)
    if speaks:
        _field(seen, activity)
    notice.show(_subject(activity.id))


def _subject(activity: str) -> str:
    return f"{activity}:komentar"


def _said(seen: Snapshot, activity: str, said: comments.Said, *, withdrawable: bool) -> None:
    with st.container(gap="xxsmall", key=f"{said.id}:ucapan"):
        head = comments_words.HEAD.format(who=f"**{plain(said.who)}**", when=plain(said.when))
        st.markdown(f"{head}  \n{said.text or f'*{comments_words.WITHDRAWN}*'}")
        if withdrawable:
            st.button(
                comments_words.WITHDRAW,
                key=f"{said.id}:tarik",
                type="tertiary",
                icon=":material/undo:",
                on_click=_withdraw,
                args=(seen, activity, said.id),
            )


def _field(seen: Snapshot, activity: Activity) -> None:
    """The text, the people it can mention by name, and the button that sends it."""
    known, me = session.names(seen), session.actor()
    able = people(seen.work, seen.state, activity.id, session.workspace().shut_out())
    others = {p: journal.who(p, known) for p in able if p != me}
    text, mention = f"{seen.state.plan.id}:{activity.id}:tulis-komentar", f"{activity.id}:sebut"
    st.text_area(
        comments_words.WRITE,
        key=text,
        height="content",
        help=comments_words.WRITE_HELP,
        persist_state="session",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            comments_words.MENTION,
            sorted(others, key=lambda person: others[person].casefold()),
            index=None,
            format_func=lambda person: others[person],
            key=mention,
            placeholder=comments_words.MENTION_WHOM,
            on_change=_mention,
            args=(text, mention),
            width=260,
        )
        st.button(
            comments_words.SEND,
            key=f"{activity.id}:kirim",
            on_click=_send,
            args=(seen, activity.id, text),
        )
    if st.session_state.get(text):
        st.caption(comments_words.UNSENT)


@clicks.answered
def _mention(text: str, mention: str) -> None:
    person = st.session_state[mention]
    if person is not None:
        st.session_state[text] = comments.with_mention(st.session_state.get(text) or "", person)
        st.session_state[mention] = None


@clicks.answered
def _send(seen: Snapshot, activity: str, text: str) -> None:
    said = NewComment(activity=activity, text=st.session_state.get(text) or "")
    if _record(seen, activity, said, comments_words.SENT):
        st.session_state[text] = ""


@clicks.answered
def _withdraw(seen: Snapshot, activity: str, comment: str) -> None:
    _record(seen, activity, CommentRemoval(comment=comment), comments_words.TAKEN_BACK)


def _record(seen: Snapshot, activity: str, change: Change, told: str) -> bool:
    subject = _subject(activity)
    outcome = session.workspace().record(seen.state.plan.id, change, actor=session.actor())
    written = notice.tell(subject, outcome, seen)
    if written:
        notice.say(subject, told)
    return written
