"""Web addresses as pages and exports write them."""

from urllib.parse import urljoin, urlsplit, urlunsplit


def resolve(base: str | None, reference: str) -> str | None:
    """The web address of a reference; None for anything that is not http(s).

    A name and password written in it are left out: they are no part of where it leads.
    """
    reference = reference.strip()
    if not base and _stands_alone(reference):
        return reference
    if not reference or reference.startswith("#"):
        return None
    try:
        url = urljoin(base or "", reference)
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    place = parts.netloc.rpartition("@")[2]
    if place != parts.netloc:
        url = urlunsplit(parts._replace(netloc=place))
    return url if place else None


def same_address(left: str | None, right: str | None) -> bool:
    """Do both lead to one page, but for scheme, final slash, fragment and the case of the host?"""
    return left is not None and right is not None and _bare(left) == _bare(right)


def _stands_alone(reference: str) -> bool:
    """Surely an address, told without taking it apart: exports hold several a post."""
    return (
        reference[:8] == "https://"
        and reference[8:9].isalnum()
        and reference.isascii()
        and "@" not in reference[8:].partition("/")[0]
        and "[" not in reference
        and "]" not in reference
    )


def _bare(url: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, "", ""
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), parts.query
