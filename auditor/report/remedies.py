"""What would break a viewer's chain, edit by edit, as a reader sees it."""

from dataclasses import dataclass

from auditor.model.fact import Fact
from auditor.model.names import fold
from auditor.model.portrait import Edit, Remedy
from auditor.model.report import View
from auditor.model.viewer import Viewer
from auditor.report import labels
from auditor.report.lookup import Evidence, Lookup

REMEDIES = 3
"""Ways to break the chain shown per view, the strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyShown:
    """Facts that, once hidden, break joins: what to change, who can, what falls apart."""

    edits: tuple[tuple[str, Evidence, str], ...]
    """What is to be done (hide, rename, delete, ask), the fact, the effort in words; words of one account once."""
    breaks: tuple[tuple[str, str], ...]
    alone: bool
    proved: bool


def remedies(book: Lookup, viewer: Viewer) -> tuple[RemedyShown, ...]:
    """What would break a viewer's chain, the strongest first; empty where the report has no such view."""
    view = book.report.views.get(viewer)
    return tuple(_remedy(book, view, each) for each in view.remedies[:REMEDIES]) if view else ()


def _remedy(book: Lookup, view: View, remedy: Remedy) -> RemedyShown:
    shown: dict[tuple[str, ...], tuple[list[Fact], Edit]] = {}
    for edit in remedy.edits:
        if fact := book.fact(edit.fact, view):
            facts, _ = shown.get(_once(book, edit, fact), ([], edit))
            shown[_once(book, edit, fact)] = ([*facts, fact], edit)  # the hardest comes last
    return RemedyShown(
        edits=tuple(
            (
                edit.action,
                book.evidence(max(facts, key=lambda one: len(one.value))),
                _effort(book, edit),
            )
            for facts, edit in shown.values()
        ),
        breaks=tuple((book.label(each), book.where(each)) for each in remedy.breaks),
        alone=remedy.alone,
        proved=remedy.proved,
    )


def _once(book: Lookup, edit: Edit, fact: Fact) -> tuple[str, ...]:
    """What is edited at one go: words of one account, read once or twice; one name gives several kinds."""
    account = book.account(fact) or fact.source
    kind = "" if edit.action == "rename" else fact.kind
    return edit.action, account, kind, fold(fact.quote or fact.value)


def _effort(book: Lookup, edit: Edit) -> str:
    return book.words(labels.EFFORTS[edit.effort]) if edit.effort in labels.EFFORTS else edit.effort
