"""The register of the agencies of a plan, and the catalogue of typical ones beside it, as they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, get_args

import pandas as pd

from planner.domain.activities import Work
from planner.domain.agency_catalogue import AgencyCatalogue, TypicalAgency
from planner.domain.agency_names import agency_names
from planner.domain.changes import Change, NewAgency
from planner.domain.plan import Agency, AgencyCategory, Plan
from planner.views import formats, labels
from planner.views import registry_words as words
from planner.views import words as common

SHORT_DAY: Final = 3


def registry_sentence(plan: Plan) -> str:
    """How many agencies take part, in which waves, and how many have left."""
    agencies = plan.agencies.values()
    waves = Counter(agency.wave for agency in agencies if agency.active)
    if not agencies:
        return words.NONE_YET
    if not waves:
        return words.NOBODY_LEFT
    out = sum(not agency.active for agency in agencies)
    told = [
        words.OF_WAVE.format(count=formats.number(count), wave=wave) for wave, count in sorted(waves.items())
    ]
    return words.SENTENCE.format(
        count=formats.number(sum(waves.values())),
        waves=", ".join(told),
        out=words.TAKEN_OUT.format(count=formats.number(out)) if out else "",
    )


def registry_table(plan: Plan) -> pd.DataFrame:
    """The agencies by wave and name, those taken out last; counters and services as numbers."""
    services = Counter(service.agency for service in plan.services.values() if service.active)
    ordered = sorted(plan.agencies.items(), key=lambda pair: registry_order(pair[1]))
    rows = [
        (
            agency.name,
            category_title(agency.category),
            agency.wave,
            days(agency.weekdays),
            agency.counters,
            services[slug],
            agency.contact,
            labels.YES_NO[agency.active],
            labels.PROVENANCE[agency.provenance],
        )
        for slug, agency in ordered
    ]
    return pd.DataFrame(rows, columns=list(words.COLUMNS))


def registry_order(agency: Agency) -> tuple[bool, int, str]:
    """Those that take part first, by wave, then by name."""
    return not agency.active, agency.wave, agency.name.casefold()


def category_title(category: AgencyCategory) -> str:
    """A category as the title of a field or a choice, with a capital letter."""
    title = labels.AGENCY_CATEGORY[category]
    return title[0].upper() + title[1:]


def days(weekdays: Iterable[int]) -> str:
    """``Sen, Kam``; every working day where none is set."""
    return ", ".join(labels.WEEKDAY[day][:SHORT_DAY] for day in sorted(weekdays)) or words.EVERY_DAY


def choices(catalogue: AgencyCatalogue, plan: Plan) -> Mapping[AgencyCategory, tuple[TypicalAgency, ...]]:
    """Typical agencies that do not take part yet, by category in the order of the catalogue.

    One takes part where an agency points to it, or has its name.
    """
    taking = [agency for agency in plan.agencies.values() if agency.active]
    names = agency_names({}, catalogue)
    named = (names.in_catalogue(agency.name) for agency in taking)
    known = {agency.typical for agency in taking} | {one.id for one in named if one is not None}
    free = [typical for typical in catalogue.agencies if typical.id not in known]
    return {
        category: tuple(typical for typical in free if typical.category == category)
        for category in get_args(AgencyCategory)
    }


def typed_sentence(changes: Iterable[Change], category: AgencyCategory, left: int, most: int) -> str:
    """Which typed agencies got the category that the catalogue has for them, and how many names are left."""
    other = [
        words.OF_CATEGORY.format(name=change.name, category=labels.AGENCY_CATEGORY[change.category])
        for change in changes
        if isinstance(change, NewAgency) and change.category != category
    ]
    told = [words.FROM_CATALOGUE.format(names=", ".join(other))] if other else []
    if left:
        counts = {"count": formats.number(left), "most": formats.number(most)}
        told.append(words.STILL_TYPED.format(**counts, button=common.ADD_AGENCY))
    return " ".join(told)


def choice(typical: TypicalAgency) -> str:
    """A typical agency as it is chosen: its short name and how sure its presence is."""
    return words.CHOICE.format(name=typical.short, sure=labels.ATTESTATION[typical.attestation].lower())


def seen_where(catalogue: AgencyCatalogue, typical: TypicalAgency) -> str:
    """Where an agency was seen, the days it came on where it came part-time, and the services read of it."""
    places = catalogue.places(typical)
    told = [words.SEEN_AT.format(places=", ".join(places)) if places else words.ONLY_ANNOUNCED]
    if typical.part_time is not None:
        on = ", ".join(labels.WEEKDAY[day] for day in typical.part_time.days)
        place = catalogue.source[typical.part_time.source].place or words.PLACE_UNKNOWN
        told.append(words.PART_TIME.format(days=on, place=place))
    if typical.services:
        names = "; ".join(service.name for service in typical.services)
        told.append(words.SERVICES_SEEN.format(names=names))
    return "; ".join(told)


def backing_sentence(catalogue: AgencyCatalogue, agency: Agency) -> str:
    """Whether the national memorandum can back the request to an agency, and whose signature does."""
    mou, typical = catalogue.mou, catalogue.by_id.get(agency.typical or "")
    facts = {"title": mou.title, "day": formats.full_day(mou.signed_on)}
    if typical is None:
        return words.NO_BACKING_KNOWN.format(**facts)
    party = catalogue.backing(typical)
    if party is None:
        return words.NOT_BACKED.format(**facts)
    return words.BACKED.format(**facts, party=party.name)


def effect_sentence(
    works: tuple[Work, Work],
    scores: tuple[float | None, float | None],
    launches: tuple[date, date],
) -> str:
    """What joining, moving or leaving did: work, scores (0 to 1) and launches, before it and after.

    Why stand-ins are left out: nobody had them to do, and an agency's own work takes their place.
    """
    before, after = ({a.id for a in work.activities.values() if not a.stand_in} for work in works)
    counts = {words.COME: len(after - before), words.GONE: len(before - after)}
    told = [text.format(count=formats.number(count)) for text, count in counts.items() if count]
    if formats.percent(scores[0]) == formats.percent(scores[1]):
        told.append(words.SCORE_STAYS.format(score=formats.percent(scores[1])))
    else:
        told.append(
            words.SCORE_MOVES.format(before=formats.percent(scores[0]), after=formats.percent(scores[1]))
        )
    if launches[0] == launches[1]:
        told.append(words.LAUNCH_STAYS.format(day=formats.short_day(launches[1])))
    else:
        told.append(
            words.LAUNCH_MOVES.format(
                before=formats.short_day(launches[0]), after=formats.short_day(launches[1])
            )
        )
    said = "; ".join(told)
    return f"{said[0].upper()}{said[1:]}."
