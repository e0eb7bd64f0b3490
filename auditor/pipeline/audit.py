"""One audit, stage by stage; what each made is left with `store.keep`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from auditor import __version__
from auditor.collect.apart.bounds import bounds
from auditor.collect.apart.process import Apart
from auditor.collect.sources import Access, collect
from auditor.errors import MandateError
from auditor.extract.gather import extract
from auditor.model.extraction import Extraction
from auditor.model.failure import Failure
from auditor.model.mandate import Mandate, Purpose
from auditor.model.network import NetworkKind
from auditor.model.profile import Batch, Item, Page, Profile
from auditor.model.report import Report, View
from auditor.model.viewer import Viewer
from auditor.model.waterfall import Waterfall
from auditor.pipeline.explained import explained
from auditor.pipeline.fixes import fixes
from auditor.pipeline.told import counsel, home, kinds_of, marked, statuses
from auditor.pipeline.view import Kit, view
from auditor.store.digest import digest
from auditor.store.keep import Keep, Memory, Stamp

Progress = Callable[[str, int, int, int], None]
"""Called with the stage, how much is done, how much there is, and the posts of a source so far."""


def audit(
    mandate: Mandate,
    kit: Kit,
    *,
    case: Path,
    now: datetime,
    keep: Keep | None = None,
    viewers: Sequence[Viewer] = tuple(Viewer),
    language: str | None = None,
    progress: Progress = lambda *_: None,
) -> Report:
    """Make the whole audit, for each viewer as that viewer could make it.

    What each stage makes is left with `keep`, which hands it back where nothing it follows from changed.

    Raises:
        MandateError: the mandate is not in force, or is for another command.
        VaultError: what is kept cannot be trusted, read or written.
    """
    run = _Run(mandate=mandate, kit=kit, now=now, keep=keep or Memory(case=case), progress=progress)
    return _audited(run, case, viewers, language or mandate.language)[0]


def explain(
    mandate: Mandate,
    kit: Kit,
    *,
    case: Path,
    now: datetime,
    viewer: Viewer,
    pair: tuple[str, str],
    keep: Keep | None = None,
    language: str | None = None,
    progress: Progress = lambda *_: None,
) -> tuple[Report, Waterfall]:
    """Why two records are judged as they are by one viewer; the report holds that view alone.

    Raises:
        MandateError: as for `audit`.
        ResultError: there is no such record, or the viewer sees nothing of it.
    """
    run = _Run(mandate=mandate, kit=kit, now=now, keep=keep or Memory(case=case), progress=progress)
    report, extraction = _audited(run, case, (viewer,), language or mandate.language)
    return report, explained(report.views[viewer], extraction, kit, pair)


def _audited(
    run: "_Run", case: Path, viewers: Sequence[Viewer], language: str
) -> tuple[Report, Extraction]:
    """The report, and what was extracted before it was told whose each fact is."""
    mandate, kit = run.mandate, run.kit
    if not mandate.holds_on(run.now.date()):
        raise MandateError("the mandate is not in force on %(day)s", day=run.now.date())
    if mandate.purpose is Purpose.COHORT:
        raise MandateError("a cohort is not audited person by person; use `auditor cohort`")
    stamp = _imported(run, case)
    places, failures = _shown(run)
    run.progress("extract", 0, 1, 0)
    extraction = run.keep.extraction(stamp, lambda: _extracted(run))
    views = _views(run, viewers, extraction, kinds_of(places, kit.networks), stamp)
    report = Report(
        version=__version__,
        made_at=run.now,
        language=language,
        mandate=mandate,
        sources=tuple(statuses(mandate, places, failures, extraction.records)),
        failures=tuple(failures),
        records=extraction.records,
        facts=marked(extraction.facts, views.values()),
        views=views,
        rules={rule.id: rule for rule in kit.rules},
        kinds=kit.kinds,
        networks=kit.networks,
        advice=counsel(mandate, kit, extraction.facts, views),
        fixes=fixes(mandate, kit, extraction.facts, extraction.records, views),
        known_advice={each.id: each for each in kit.advice},
        home=home(mandate, kit.place),
    )
    return report, extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What all stages of one audit share."""

    mandate: Mandate
    kit: Kit
    now: datetime
    keep: Keep
    progress: Progress

    @property
    def sources(self) -> list[str]:
        return [each.id for each in self.mandate.sources]


def _imported(run: _Run, case: Path) -> Stamp:
    """Every source taken in; the stamp of all that follows from them."""
    stamps: list[Stamp] = []
    run.keep.retain(run.sources)
    networks = run.kit.networks
    with Apart(networks, bounds()) as apart:
        found = collect(run.mandate, case, networks=networks, now=run.now, apart=apart)
        for at, each in enumerate(found):
            tell = partial(run.progress, "collect", at, len(found))
            stamp = cache(partial(_stamp, run, each))
            run.keep.imported(each.source.id, stamp, partial(_told, each, tell))
            stamps.append(stamp)
    run.progress("collect", len(found), len(found), 0)
    return cache(lambda: digest(run.now.date(), [each() for each in stamps]))


def _told(access: Access, tell: Callable[[int], None]) -> Iterator[Item]:
    """What a source shows, with its posts counted as they come: an export may hold years of them."""
    posts = 0
    tell(posts)
    for item in access.read():
        if isinstance(item, Profile | Batch):
            posts += len(item.posts)
            tell(posts)
        yield item


def _stamp(run: _Run, access: Access) -> str:
    return digest(run.kit.print(), access.stamp())


def _shown(run: _Run) -> tuple[list[Profile | Page], list[Failure]]:
    """What the sources show, without the posts, and what of them could not be read.

    Raises:
        MandateError: nothing of them could be read.
    """
    found = run.keep.shown(run.sources, posts=False)
    failures = [item for item in found if isinstance(item, Failure)]
    places = [item for item in found if not isinstance(item, Failure)]
    if not places and failures:
        raise MandateError(
            "none of the %(count)s sources could be read; the first: %(source)s, %(reason)s",
            count=len(run.sources),
            source=failures[0].source,
            reason=failures[0].reason,
        )
    return places, failures


def _extracted(run: _Run) -> Extraction:
    shown = run.keep.shown(run.sources)
    places = [item for item in shown if not isinstance(item, Failure)]
    return extract(places, run.kit.tools(), now=run.now.date())


def _views(
    run: _Run,
    viewers: Sequence[Viewer],
    extraction: Extraction,
    kinds: Mapping[str, NetworkKind],
    stamp: Stamp,
) -> dict[Viewer, View]:
    """Each viewer's answer to the same extraction."""
    human = run.keep.judgements()
    seen = cache(lambda: digest(stamp(), run.mandate, human))
    made = partial(view, extraction, run.mandate, run.kit, kinds=kinds, human=human)
    views = {}
    for at, viewer in enumerate(viewers):
        run.progress(viewer.value, at, len(viewers), 0)
        views[viewer] = run.keep.view(viewer, seen, partial(made, viewer))
    run.progress("report", len(viewers), len(viewers), 0)
    return views
