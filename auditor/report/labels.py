"""The words for viewers, visibilities, severities and other short names, and the counted nouns."""

from auditor.model.fact import Voice
from auditor.model.link import Band
from auditor.model.report import Status
from auditor.model.text import Text, say
from auditor.model.viewer import Viewer
from auditor.model.visibility import Origin, Visibility

VIEWERS = {
    Viewer.SEARCH: say("A search engine"),
    Viewer.ANYONE: say("Anyone"),
    Viewer.MEMBER: say("A member"),
    Viewer.RECRUITER: say("A recruiter"),
    Viewer.FRIEND_OF_FRIEND: say("A friend of a friend"),
    Viewer.CONTACT: say("A contact"),
    Viewer.ME: say("You"),
}
LOOKING = {
    Viewer.SEARCH: say("Someone who types your name into a search engine and opens nothing else."),
    Viewer.ANYONE: say("Someone who has the addresses of the pages, without logging in anywhere."),
    Viewer.MEMBER: say("Someone with an account on the same networks, whom you do not know."),
    Viewer.RECRUITER: say(
        "Someone who starts from your CV and has a professional network at hand."
    ),
    Viewer.FRIEND_OF_FRIEND: say("Someone who knows one of your contacts."),
    Viewer.CONTACT: say("Someone you accepted as a contact: a colleague, an old schoolmate."),
    Viewer.ME: say("You alone: everything that was read, whoever may see it."),
}
STARTS = {
    Viewer.SEARCH: say("With nothing but a search engine"),
    Viewer.ANYONE: say("Without any account"),
    Viewer.MEMBER: say("With an account on the same networks"),
    Viewer.RECRUITER: say("Starting from your CV"),
    Viewer.FRIEND_OF_FRIEND: say("As a friend of a friend"),
    Viewer.CONTACT: say("As one of your contacts"),
    Viewer.ME: say("With all that you know"),
}
VISIBILITIES = {
    Visibility.ME: say("only you"),
    Visibility.CONTACTS: say("your contacts"),
    Visibility.FRIENDS_OF_FRIENDS: say("friends of friends"),
    Visibility.MEMBERS: say("any member of the network"),
    Visibility.ANYONE: say("anyone with the address"),
    Visibility.INDEXED: say("anyone, through a search engine"),
    Visibility.UNKNOWN: say("not established"),
}
ORIGINS = {
    Origin.FETCHED: say("seen without logging in"),
    Origin.STATED: say("stated by the source"),
    Origin.DECLARED: say("as you declared"),
    Origin.DEFAULT: say("the network’s usual setting"),
}
BANDS = {
    Band.POSSIBLE: say("possible"),
    Band.PROBABLE: say("probable"),
    Band.NEAR_CERTAIN: say("near-certain"),
}
SEVERITIES = {
    5: say("critical"),
    4: say("serious"),
    3: say("moderate"),
    2: say("minor"),
    1: say("good to know"),
}
DIALS = {
    "employer": say("Employer"),
    "fraud": say("Fraud"),
    "safety": say("Safety"),
    "people": say("People around you"),
    "linkability": say("Ease of joining"),
}
AUDIENCES = {
    "fraudster": say("fraudsters"),
    "stalker": say("someone who follows you about"),
    "harasser": say("someone who harasses you"),
    "burglar": say("burglars"),
    "stranger": say("strangers"),
    "recruiter": say("recruiters"),
    "employer": say("your employer"),
    "colleague": say("colleagues"),
    "competitor": say("competitors"),
    "sponsor": say("sponsors"),
    "advertiser": say("advertisers"),
    "bystander": say("passers-by"),
    "search": say("search engines"),
}
"""Who may make use of a finding."""
STATUSES = {
    Status.READ: say("read"),
    Status.PARTLY: say("partly read"),
    Status.FAILED: say("not read"),
}
VOICES = {Voice.SELF: say("said by the account itself"), Voice.OTHER: say("said by someone else")}
ACTIONS = {
    "ask": say("Ask whoever published it to hide:"),
    "rename": say("Change:"),
    "delete": say("Delete:"),
    "hide": say("Hide:"),
}
"""What is to be done to a fact, before its name."""
EFFORTS = {
    "easy": say("a minute"),
    "medium": say("some time"),
    "hard": say("patience, somebody else decides"),
}
FAMILIES = {
    "identity": say("Identity"),
    "documents": say("Documents"),
    "contact": say("Contact details"),
    "place": say("Places"),
    "people": say("People"),
    "security": say("Secret answers"),
    "work": say("Work"),
    "study": say("Studies"),
    "money": say("Money"),
    "protected": say("Protected by law"),
    "conduct": say("Conduct"),
    "online": say("Online life"),
}
STAGES = {
    "collect": say("while reading the source"),
    "extract": say("while reading its text"),
    "link": say("while comparing"),
    "assess": say("while weighing"),
    "report": say("while writing the report"),
}

CUT = say("cut here")
"""Said where a long text was shortened."""

_COUNTS = {
    "facts": (say("one fact"), say("%(count)s facts")),
    "places": (say("one page"), say("%(count)s pages")),
    "findings": (say("one risk"), say("%(count)s risks")),
    "namesakes": (say("one namesake, not you"), say("%(count)s namesakes, not you")),
    "others": (say("one other risk"), say("%(count)s other risks")),
    "sources": (say("one source"), say("%(count)s sources")),
    "more": (say("one more"), say("%(count)s more")),
    "failures": (say("one failure"), say("%(count)s failures")),
    "bits": (say("%(count)s bit"), say("%(count)s bits")),
}


_NONE = {
    "facts": say("no fact"),
    "places": say("no page"),
    "findings": say("no risk"),
    "sources": say("no source"),
    "more": say("no more"),
    "failures": say("no failure"),
}

NOUNS = {
    "facts": (say("fact"), say("facts")),
    "places": (say("page tied to you"), say("pages tied to you")),
    "findings": (say("risk"), say("risks")),
}
"""Nouns that stand beside a figure."""


def noun(name: str, number: int, language: str) -> Text:
    """The noun alone, for a figure that is shown apart: “3 | pages tied to you”."""
    return NOUNS[name][0 if _single(number, language) else 1]


def count(name: str, number: float, shown: str, language: str) -> Text:
    """A counted noun: “one page”, “3 pages”, “no page”."""
    if number == 0 and name in _NONE:
        return _NONE[name]
    form = _COUNTS[name][0 if _single(number, language) else 1]
    return Text(form.id, (("count", shown),))


def _single(number: float, language: str) -> bool:
    """French counts anything below two as one, English only one itself."""
    return abs(number) < 2 if language == "fr" else abs(number) == 1  # noqa: PLR2004
