"""Views of pages for the tests of this folder."""

from bs4 import BeautifulSoup

from auditor.collect.pages.page import seen
from auditor.collect.pages.view import View
from tests.collect.contexts import context

HOME = "https://photos.example/loic_tr"


def view(body, *, head="", **more) -> View:
    """The view of a page at photos.example/loic_tr."""
    more.setdefault("address", HOME)
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return seen(page.encode(), context(**more))


def element(markup):
    """The first element of some markup."""
    return BeautifulSoup(markup, "lxml").body.find(True)
