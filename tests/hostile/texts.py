"""Texts that are hard on what comes after reading: tried on the whole road, beside a page that is well."""

from tests.hostile import archives, pages
from tests.hostile.rows import NAME, TOWN, Row, page, row

GOOD = page(f"<p>{NAME}, J'habite à Nantes.</p>")
_HARD = (
    "bomb, 300 MB",
    "names that climb",
    "100,000 nested div",
    "14,000 h-cards",
    "a bio of 10 MB",
    "9,000 blocks",
)

ROWS: tuple[Row, ...] = (
    row("text: 100,000 brackets", "a.html", page("<p>" + "(" * 100_000 + "</p>")),
    row("text: 100,000 emoji", "a.html", page("<p>" + "😂" * 100_000 + "</p>")),
    row("text: 100,000 signs", "a.html", page("<p>" + "?!" * 50_000 + "</p>")),
    row("text: 50,000 letters with dots", "a.html", page("<p>" + "a." * 50_000 + "</p>")),
    row("text: 8,000 telephone numbers", "a.html", page("<p>" + "06 39 98 41 27 " * 8_000 + "</p>")),
    row("text: 6,000 pairs of names", "a.html", page("<p>" + f"{NAME} et Hélène, " * 6_000 + "</p>")),
    row("text: 20,000 lines of names", "a.html", page("".join(f"<li>{NAME} {n}</li>" for n in range(20_000)))),
    row("text: 5,000 towns", "a.html", page("<p>" + f"à {TOWN}, à Nantes, " * 5_000 + "</p>")),
    row("text: 10,000 dates", "a.html", page("<p>" + "né le 29 février 1984 " * 10_000 + "</p>")),
    row("text: 20,000 addresses", "a.html", page("<p>" + "zcanarivane@courriel.example " * 20_000 + "</p>")),
    row("text: one word of 1 MB", "a.html", page("<p>" + "é" * 500_000 + "</p>")),
    row("text: right-to-left overrides", "a.html", page("<p>\u202e\u200b" + f"{NAME}\u2066 " * 2_000 + "</p>")),
    *(each for each in (*archives.ROWS, *pages.ROWS) if any(word in each.name for word in _HARD)),
)  # fmt: skip
