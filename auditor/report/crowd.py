"""How many people still fit, in words: a range, the place, and what was counted."""

from auditor.model.finding import Crowd
from auditor.model.text import Text, say
from auditor.report.words import Words

COUNTRIES = {
    "FR": say("in France"),
    "CA": say("in Canada"),
    "GB": say("in the United Kingdom"),
    "US": say("in the United States"),
}
"""The countries whose people are counted (`rules/fit.yml`), where no town is told."""
_ARTICLES = {"Le ": "au ", "Les ": "aux "}
"""French towns whose article melts into the preposition: au Mans, aux Herbiers."""


def sentence(words: Words, crowd: Crowd | None) -> str:
    """The range in one sentence; that it is not established, where it is not."""
    if crowd is None:
        return words(say("How many people fit what can be seen is not established."))
    return words(_told(words, crowd))


def name(words: Words, crowd: Crowd) -> str:
    """The place by name; of a country, its name in the language."""
    if not crowd.is_country:
        return crowd.place
    from babel import Locale

    return str(Locale.parse(words.language).territories.get(crowd.place, crowd.place))


def _told(words: Words, crowd: Crowd) -> Text:
    where = inside(words, crowd)
    if crowd.high <= 1:
        return say(
            "By name, age, place and way of life alone, nobody else %(inside)s is likely to fit "
            "what can be seen.",
            inside=where,
        )
    return say(
        "By name, age, place and way of life alone, between %(low)s and %(high)s people %(inside)s "
        "fit what can be seen.",
        low=words.number(crowd.low),
        high=words.number(crowd.high),
        inside=where,
    )


def inside(words: Words, crowd: Crowd) -> str:
    """In the place, with the preposition of the language: in Nantes, à Nantes, au Mans, en France."""
    if crowd.is_country:
        return words(COUNTRIES.get(crowd.place, say("in %(place)s", place=name(words, crowd))))
    for article, melted in _ARTICLES.items() if words.language == "fr" else ():
        if crowd.place.startswith(article):
            return melted + crowd.place.removeprefix(article)
    return words(say("in %(place)s", place=crowd.place))
