"""What a forecast says in words, and the rows of its bar charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planner.domain.forecast import (
    DriverEffect,
    Forecast,
    Insight,
    OutsideView,
    WaitingFor,
    months_between,
    share_within,
)
from planner.domain.risk import FactorEffect, RiskDriver
from planner.views import forecast_words as words
from planner.views import formats, labels, sentences

LITTLE: Final = 0.05
"""Mean days below which a driver is told to hardly move the launch: less than a day in one run of twenty."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart: its title, a second line, its length, and the length in words."""

    title: str
    note: str
    value: float
    told: str


@dataclass(frozen=True, slots=True)
class Way:
    """What a real regency took: its name, from where to where, and months."""

    name: str
    label: str
    months: float


def chance(share: float) -> str:
    """``34%``; never 0% or 100%, which no number of runs can prove."""
    if share < 0.01:
        return "kurang dari 1%"
    return "lebih dari 99%" if share > 0.99 else formats.percent(share)


def forecast_sentence(regency: str, forecast: Forecast) -> str:
    """Prakiraan: when ``regency`` opens with which probability, and the chance of its target."""
    return (
        f"{regency} buka paling lambat {formats.full_day(forecast.p50)} dengan kemungkinan 50%, "
        f"paling lambat {formats.full_day(forecast.p80)} dengan kemungkinan 80%; {_of_target(forecast)}."
    )


def _of_target(forecast: Forecast) -> str:
    target, share = forecast.target, forecast.chance_of_target
    if target is None or share is None:
        return "target belum ditetapkan"
    if target < forecast.day:
        return f"target {formats.full_day(target)} sudah lewat"
    return f"peluang mencapai target {formats.full_day(target)} {chance(share)}"


def opened_sentence(regency: str, opened: date) -> str:
    """Prakiraan of a regency that is open: nothing is left to forecast, an earlier day may be looked at."""
    return words.OPENED.format(regency=regency, day=formats.full_day(opened))


def kept_sentence(forecast: Forecast, opened: date) -> str:
    """How an earlier forecast did: where the real day lay in it."""
    share = forecast.chance(opened)
    place = f"Kenyataannya dibuka {formats.full_day(opened)}, "
    if opened > forecast.p90:
        late = formats.number((opened - forecast.p90).days)
        return f"{place}{late} hari setelah P90: prakiraan itu terlalu cepat."
    if opened < forecast.p10:
        early = formats.number((forecast.p10 - opened).days)
        return f"{place}{early} hari sebelum P10: prakiraan itu terlalu lambat."
    return f"{place}di antara P10 dan P90: {chance(share)} percobaan sudah buka pada hari itu."


def curve_sentence(forecast: Forecast, launch: date) -> str:
    """How wide the forecast is, and how likely the one date of the schedule, ``launch``."""
    return (
        f"Dari {formats.number(forecast.runs)} percobaan, 10% buka paling lambat "
        f"{formats.full_day(forecast.p10)} dan 90% paling lambat {formats.full_day(forecast.p90)}. "
        f"Tanggal di halaman Jadwal, {formats.full_day(launch)}, tercapai dalam "
        f"{chance(forecast.chance(launch))} percobaan."
    )


def strip(forecast: Forecast, launch: date) -> tuple[str, str, str]:
    """For the strip of gates: how likely the date of the schedule is, and the two dates that are likelier."""
    return (
        words.THIS_DAY.format(share=chance(forecast.chance(launch))),
        words.LIKELY_50.format(day=formats.short_day(forecast.p50).replace(" ", formats.NO_BREAK)),
        words.LIKELY_80.format(day=formats.short_day(forecast.p80).replace(" ", formats.NO_BREAK)),
    )


def driver_bars(effects: Iterable[DriverEffect], drivers: Mapping[str, RiskDriver]) -> list[Bar]:
    """The drivers that move the launch, the strongest first, with the dates without each."""
    moving = sorted((e for e in effects if e.mean_days >= LITTLE), key=lambda e: -e.mean_days)
    return [
        Bar(
            drivers[effect.driver].title,
            words.WITHOUT.format(
                p50=formats.short_day(effect.p50_without), p80=formats.short_day(effect.p80_without)
            ),
            effect.mean_days,
            words.ADDS.format(days=formats.number(effect.mean_days, 1)),
        )
        for effect in moving
    ]


def drivers_sentence(insight: Insight, drivers: Mapping[str, RiskDriver]) -> str:
    """Which cause adds most, what its absence gains, which hardly move the launch and which are over."""
    moving = [effect for effect in insight.drivers if effect.mean_days >= LITTLE]
    slight = [effect for effect in insight.drivers if effect.mean_days < LITTLE and effect.acts]
    over = [effect for effect in insight.drivers if not effect.acts]
    if not moving and not slight:
        return words.NO_DRIVER
    told = [_most(insight, moving, drivers) if moving else words.SLIGHT_ONLY]
    for text, effects in ((words.SLIGHT, slight), (words.OVER, over)):
        names = [labels.QUOTED.format(title=drivers[effect.driver].title) for effect in effects]
        told += [text.format(names=sentences.listed(names))] if names else []
    return " ".join(told)


def _most(insight: Insight, moving: Iterable[DriverEffect], drivers: Mapping[str, RiskDriver]) -> str:
    worst = max(moving, key=lambda effect: effect.mean_days)
    days = (insight.forecast.p80 - worst.p80_without).days
    gained = f"P80 maju {formats.number(days)} hari" if days > 0 else "P80 tetap"
    mean = formats.number(worst.mean_days, 1)
    return words.MOST.format(title=drivers[worst.driver].title, days=mean, gained=gained)


def activity_bars(insight: Insight, names: Mapping[str, str], most: int = 8) -> list[Bar]:
    """The activities whose duration goes most with the launch date; ``names`` by activity id."""
    moving = sorted(insight.sensitivity.items(), key=lambda pair: -pair[1])
    return [
        Bar(
            names.get(activity, activity),
            words.DECIDES.format(share=chance(insight.criticality.get(activity, 0.0))),
            value,
            formats.number(value, 2),
        )
        for activity, value in moving[:most]
        if value >= LITTLE
    ]


def activities_sentence(bars: Sequence[Bar]) -> str:
    """Which activity goes most with the launch date, and how to read the figure."""
    if not bars:
        return words.NO_ACTIVITY
    return (
        f"Paling erat berkaitan dengan tanggal buka: lamanya “{bars[0].title}” ({bars[0].told}). "
        "Angka 0 berarti tidak berkaitan, 1 berarti menentukan sepenuhnya."
    )


def waiting_sentence(waiting: Sequence[WaitingFor]) -> str:
    """What is gained by not waiting for every agency."""
    if len(waiting) < 2:
        return words.FEW_AGENCIES
    every, half = waiting[-1], waiting[len(waiting) // 2 - 1]
    days = (every.p80 - half.p80).days
    gain = (
        f"P80 maju {formats.number(days)} hari menjadi {formats.full_day(half.p80)}"
        if days > 0
        else f"P80 tidak maju, tetap {formats.full_day(every.p80)}"
    )
    return (
        f"Bila hanya menunggu {half.agencies} instansi yang paling dulu siap, bukan semua {every.agencies}, "
        f"{gain}; yang lain menyusul setelah buka."
    )


def outside_sentence(view: OutsideView) -> str:
    """A plan's months beside those of real regencies."""
    plan = formats.number(view.plan, 1)
    if view.median is None or view.share_as_fast is None:
        return f"Dari mulai sampai P50 rencana ini memerlukan {plan} bulan; belum ada daerah pembanding."
    count, known = len(view.documented), view.documented
    fast = round(view.share_as_fast * count)
    told = (
        f"Dari mulai sampai P50 rencana ini memerlukan {plan} bulan; {count} daerah yang jalannya "
        f"tercatat utuh memerlukan {formats.number(known[0], 1)} sampai "
        f"{formats.number(known[-1], 1)} bulan, nilai tengahnya {formats.number(view.median, 1)}."
    )
    if view.faster_than_any:
        return f"{told} {words.FASTEST}"
    if fast == count:
        return f"{told} Tidak ada yang selama rencana ini."
    return f"{told} {fast} di antaranya sama cepat atau lebih cepat."


def backtest_sentence(from_start: Forecast, start: date, documented: Sequence[float]) -> str:
    """Which share of real durations the forecast of the untouched plan would have held."""
    low, high = months_between(start, from_start.p10), months_between(start, from_start.p90)
    told = (
        "Uji balik: dihitung dari hari pertama, tanpa satu pun pekerjaan selesai, rencana ini memerlukan "
        f"{formats.number(low, 1)} sampai {formats.number(high, 1)} bulan (P10 sampai P90)."
    )
    if not documented:
        return told
    held = round(share_within(documented, low, high) * len(documented))
    return (
        f"{told} {held} dari {len(documented)} lama nyata jatuh di rentang itu; prakiraan yang sebarannya "
        "tepat memuat sekitar 80%."
    )


def driver_facts(driver: RiskDriver) -> str:
    """Probability, effect and how it was estimated, in one line."""
    effect, share = driver.effect, driver.frequency
    many = isinstance(effect, FactorEffect)
    decimals = 1 if many else 0
    points = {
        "low": formats.number(effect.optimistic, decimals),
        "likely": formats.number(effect.likely, decimals),
        "high": formats.number(effect.pessimistic, decimals),
    }
    facts = [
        words.PROBABILITY.format(
            hit=share.hit, documented=share.documented, share=formats.percent(share.probability)
        ),
        (words.TIMES if many else words.ADDED_DAYS).format(**points),
        words.EFFECT[driver.basis],
    ]
    if driver.agencies is not None:
        facts.append(words.TOUCHES.format(share=formats.percent(driver.agencies.share)))
    if driver.historic:
        facts.append(words.HISTORIC)
    return " · ".join(facts)
