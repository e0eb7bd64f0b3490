"""Open Graph properties of a page."""

from bs4 import BeautifulSoup

from auditor.collect.pages.opengraph import read


def test_the_first_of_each_known_property_is_kept():
    page = """<meta property="og:title" content=" Odile
      Piquerelle "><meta property="og:title" content="Other"><meta name="OG:type" content="profile">
      <meta property="og:image" content=""><meta property="profile:username" content="odile">
      <meta property="fb:app_id" content="7"><meta name="description" content="x"><meta>"""
    assert read(BeautifulSoup(page, "lxml")) == {
        "og:title": "Odile Piquerelle",
        "og:type": "profile",
        "profile:username": "odile",
    }


def test_a_page_of_others(data_folder):
    page = data_folder / "fixtures/homepage/extruct/misc/opengraph_test.html"
    assert {"og:title", "og:type", "og:url"} <= set(read(BeautifulSoup(page.read_bytes(), "lxml")))
