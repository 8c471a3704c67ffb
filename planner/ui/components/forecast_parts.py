"""The parts of the page Prakiraan: each a plain sentence over a figure, and the method behind them."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from planner.domain.forecast import Forecast, Insight, months_between, outside_view
from planner.domain.risk import RiskDriver
from planner.ui import session, style
from planner.ui.components.item_facts import attestation_badge, link
from planner.views import forecast_figures as figures
from planner.views import forecast_words as words
from planner.views import formats, outlook, sentences
from planner.views.outlook import Way
from planner.views.plain import plain
from planner.workspace import Snapshot

WIDE_LETTERS = 62
NARROW_LETTERS = 46


def curve(seen: Snapshot, forecast: Forecast) -> None:
    """The probability curve."""
    st.subheader(words.CURVE)
    st.markdown(plain(outlook.curve_sentence(forecast, seen.schedule.launch)))
    figure = figures.probability_curve(forecast, past=seen.past, theme=style.theme(), compact=style.narrow())
    _draw(figure, "peluang", f"{words.CURVE_ALT}; {', '.join(outlook.strip(forecast, seen.schedule.launch))}")


def behind(seen: Snapshot) -> Insight:
    """What lies behind a forecast; a bar tells how far it is while it is not known yet."""
    place = st.empty()

    def report(share: float) -> None:
        place.progress(share, words.WORKING.format(share=formats.percent(share)))

    found = session.insight(seen, report)
    place.empty()
    return found


def movers(seen: Snapshot, insight: Insight) -> None:
    """What moves the date: causes of delay on one side, activities on the other."""
    drivers = session.drivers()
    bars = outlook.driver_bars(insight.drivers, drivers)
    works = outlook.activity_bars(insight, session.names(seen))
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(words.DRIVERS)
        st.markdown(plain(outlook.drivers_sentence(insight, drivers)))
        _bars(bars, "pemicu", words.DRIVERS_ALT)
    with right:
        st.subheader(words.ACTIVITIES)
        st.markdown(plain(outlook.activities_sentence(works)))
        _bars(works, "kegiatan", words.ACTIVITIES_ALT)


def _bars(bars: list[outlook.Bar], key: str, alt: str) -> None:
    if bars:
        letters = NARROW_LETTERS if style.narrow() else WIDE_LETTERS
        told = "; ".join(f"{bar.title} {bar.told}" for bar in bars)
        _draw(figures.bar_chart(bars, theme=style.theme(), letters=letters), key, f"{alt}: {told}")


def waiting(insight: Insight) -> None:
    """Launch against the number of agencies waited for."""
    st.subheader(words.WAITING)
    told = outlook.waiting_sentence(insight.waiting)
    st.markdown(plain(told))
    if len(insight.waiting) > 1:
        figure = figures.waiting_curve(insight.waiting, theme=style.theme(), compact=style.narrow())
        _draw(figure, "instansi", words.WAITING_ALT)


def outside(seen: Snapshot, forecast: Forecast) -> None:
    """The plan beside what real regencies took, and what a forecast from the first day would have held."""
    st.subheader(words.OUTSIDE)
    ways = session.ways()
    if not ways:
        st.caption(words.NO_REGIONS)
        return
    start = seen.state.plan.settings.start
    view = outside_view((way.months for way in ways), months_between(start, forecast.p50))
    st.markdown(plain(outlook.outside_sentence(view)))
    figure = figures.outside_strip(ways, forecast, start, theme=style.theme(), compact=style.narrow())
    _draw(figure, "daerah", f"{words.OUTSIDE_ALT}: {_named(ways)}")
    from_start = session.forecast_from_start(seen)
    st.markdown(plain(outlook.backtest_sentence(from_start, start, view.documented)))
    st.caption(plain(words.OUTSIDE_BIAS.format(count=len(ways))))


def _named(ways: tuple[Way, ...]) -> str:
    return "; ".join(f"{way.name} {formats.number(way.months, 1)}" for way in ways)


def method(forecast: Forecast) -> None:
    """How it was reckoned: runs and seed, every driver with its source, and what to keep in mind."""
    with st.expander(words.METHOD):
        told = words.METHOD_TEXT.format(runs=formats.number(forecast.runs), seed=forecast.seed)
        st.markdown(plain(told))
        st.markdown("\n".join(f"- {plain(limit)}" for limit in words.LIMITS))
        st.markdown(f"**{words.DRIVERS_USED}**")
        for driver in session.drivers().values():
            _driver(driver)
        st.caption(words.CASE_SOURCES)


def _driver(driver: RiskDriver) -> None:
    head = f"**{plain(driver.title)}** {attestation_badge(driver.attestation)}"
    lines = [head, plain(outlook.driver_facts(driver)), plain(f"{driver.summary} {driver.method}")]
    if driver.cases:
        named = sentences.listed(session.region_name(case) for case in driver.cases)
        lines.append(f"{words.CASES}: {plain(named)}")
    if driver.slips:
        slips = (words.SLIP.format(region=session.region_name(s.region), days=s.days) for s in driver.slips)
        lines.append(f"{words.SLIPS}: {plain('; '.join(slips))}")
    if driver.sources:
        read = "; ".join(link(source.title, source.address or "") for source in driver.sources)
        lines.append(f"{words.SOURCES}: {read}")
    st.markdown("  \n".join(lines))


def _draw(figure: go.Figure, key: str, alt: str) -> None:
    st.plotly_chart(figure, key=f"prakiraan-{key}", config=figures.FIGURE_CONFIG, theme=None, alt=alt)
