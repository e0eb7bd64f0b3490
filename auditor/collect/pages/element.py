"""Small questions to an element of a page, answered in linear time however deep the page is."""

from collections.abc import Callable, Collection, Iterator

from bs4 import Tag as Element


def attribute(element: Element, name: str) -> str:
    """The attribute's text; empty where it is missing."""
    found = element.get(name)
    if found is None:
        return ""
    return (found if isinstance(found, str) else " ".join(found)).strip()


def classes(element: Element) -> frozenset[str]:
    """The classes of the element."""
    return frozenset(attribute(element, "class").split())


def rels(element: Element) -> frozenset[str]:
    """The relations a link declares, in lower case."""
    return frozenset(attribute(element, "rel").casefold().split())


def outermost(root: Element, wanted: Callable[[Element], bool]) -> Iterator[Element]:
    """The elements below root that are wanted and stand in no other wanted one, in order."""
    waiting = [child for child in reversed(root.contents) if isinstance(child, Element)]
    while waiting:
        element = waiting.pop()
        if wanted(element):
            yield element
        else:
            waiting.extend(c for c in reversed(element.contents) if isinstance(c, Element))


def with_class(root: Element, *names: str) -> Element | None:
    """The first element below root that has the first class that any element has."""
    for name in names:
        found = root.find(class_=name)
        if isinstance(found, Element):
            return found
    return None


def inside(element: Element, holders: Collection[int], *, steps: int = 60) -> bool:
    """Does the element, or one that holds it, stand in the set of ids?"""
    here: Element | None = element
    for _ in range(steps):
        if here is None:
            return False
        if id(here) in holders:
            return True
        here = here.parent
    return False
