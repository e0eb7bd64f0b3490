"""Where else someone can be found or paid: handles on networks, names of accounts for money."""

import re
from collections.abc import Iterator

from auditor.extract import said
from auditor.extract.reading import Found, Reading

_NETWORK = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|sc|twitter|tik ?tok|telegram|tg|discord|twitch|psn|xbox(?: live)?|gamertag|"
    r"steam|switch|epic|riot|youtube|yt|pinterest|tumblr|reddit|mastodon|bluesky|bsky|threads|strava|"
    r"vinted|depop|etsy|"
    r"soundcloud|spotify|last\.?fm|letterboxd|goodreads|wattpad|ao3|deviantart|github|linkedin|facebook|"
    r"fb|skype|kik|bereal|"
    r"pseudo|pseudonyme|identifiant|handle|username|user ?name|screen name)"
)
_HANDLE = r"@?(?P<{}>[a-z0-9_](?:[\w.]{{1,28}})[a-z0-9_](?:#\d{{4}})?)(?![\w@]|\.\w)"
_ON_NETWORK = re.compile(
    rf"(?<![\w@/.]){_NETWORK}(?: (?:tag|id|name|handle|pseudo|insta|account|compte|perso|"
    rf"pro))?(?: ?,? (?:maintenant|desormais|now))?"
    rf"(?: ?(?::|=|->|→|est|is|c'?est|@|-) ?@?| @| )(?P<sign>@)?" + _HANDLE.format("name"),
)
_HERE = re.compile(
    r"(?<!\w)(?:(?:(?:follow|add|find|catch|dm|message|reach|ajoute|ajoutez|suis|suivez|retrouve|"
    r"retrouvez|cherche|cherchez)[ -]?(?:me|moi)|hmu|cherchez|hit me up)"
    r"(?: (?:at|on|over|sur|@|here|as|ici|under|via|avec|dans|sous|le|pseudo|insta|snap|ig|tiktok|"
    r"twitter|twitch|is|new|mon|my|account|compte)){0,5}"
    r"|(?:im|i'm|i am|we're|je suis|j'suis|jsuis|on est)(?= (?:now|over|on|maintenant|sur|aussi|also|"
    r"under|moving|passe))(?: (?:now|over|at|on|maintenant|sur|aussi|also|under|as|le|the|insta|snap|ig|"
    r"sous|moving|passe)){1,5}"
    r"|(?:my|mon|our|notre|new|nouveau|main|second|backup|art|private|prive|pro|perso|other|autre|"
    r"alt)(?: (?:new|nouveau|other|main|art|second|autre|private|perso|pro|sur|on))?"
    r" (?:account|acct|acc|compte|handle|insta\w*|ig|snap\w*|twitter|tiktok|page|profil|profile|pseudo|username|at)"
    r"(?: (?:is|est|c'?est|sur|on|insta\w*|tiktok|twitter|here|ici|now|maintenant)){0,3})"
    r"[^\w@\n]{1,4}(?:cherchez |search |suivez |follow )?" + _HANDLE.format("name"),
)
_PAGE = re.compile(
    r"(?<![\w.])(?:https?://)?(?:www\.)?(?:paypal\.me|paypal\.com/paypalme|venmo\.com(?:/u)?|cash\.app|"
    r"revolut\.me|monzo\.me|"
    r"lydia-app\.com/collect|lydia\.me|wise\.com/pay/me|ko-fi\.com|buymeacoffee\.com|streamlabs\.com|"
    r"tipeee\.com|utip\.io|"
    r"leetchi\.com/c|lepotcommun\.fr/pot|cotizup\.com|pumpkin-app\.com)/(?P<name>[\w$.@/-]{2,60}[\w])"
)
_CASHTAG = re.compile(r"(?<![\w$])\$(?P<name>[a-z][\w-]{2,20})(?!\w)")
_SORT_CODE = re.compile(
    r"(?<!\w)sort code ?:? ?(?P<name>\d\d-\d\d-\d\d(?: ?,? ?(?:account|acc|acct)(?: (?:no|number))? ?:? ?\d{6,8})?)"
)
_ON = re.compile(
    r"(?<!\w)(?:i'?m|i am|je suis|j'?suis|chui) @?(?P<name>[a-z0-9](?:[\w.]{1,28})[a-z0-9_]) (?:on|sur|"
    r"over on) (?:insta\w*|ig|snap\w*|twitter|tiktok|"
    r"reddit|discord|twitch|bluesky|mastodon|youtube|strava|letterboxd|steam|psn|telegram|threads|tumblr)(?!\w)"
)
_CHANNEL = re.compile(
    r"(?<!\w)(?:ma|mon|my|our|notre) (?:\w+ )?(?:chaine|channel|page|compte|account|profil|profile|"
    r"insta\w*|tiktok|blog)(?!\w)"
)
_IN_URL = re.compile(r"(?<=/@)(?P<name>[\w.-]{2,30}\w)")
_CASH = re.compile(r"(?<!\w)(?:cash ?app|cashtag|cash tag|\$tag)(?!\w)")
_TOLD = re.compile(
    r"(?<!\w)(?:my |mon |notre |our )?(?:venmo|zelle|paypal|revolut|monzo|lydia|wero|paylib|twint|"
    r"interac|e-?transfer|virement)"
    r"(?: (?:me|moi|is|est|c'?est|at|a|au|to|sur|handle|tag|tout|the money|l'argent|ur share|your share)){0,3} ?:? ?"
    r"(?P<name>@[\w.-]{2,30}\w|(?:\+?\d[\d .]{8,16}\d)|[\w.+-]{2,40}@[\w-]{2,40}\.[\w.-]{2,20}\w)"
)
_TO_PAY = re.compile(
    r"(?<!\w)(?:virement|caution|rembours\w*|deposit|refund\w*|transfer\w*|pay (?:me|us|to)|send|"
    r"envoy\w*|vers\w{1,3}|verser|iban|rib|cagnotte|loyer|rent)(?!\w)"
)
_SWINDLE = re.compile(
    r"(?<!\w)(?:pcs|100% (?:legal|garanti)|get \$?\d+ back|send \$\d+|first \d+ people|flip|x2|"
    r"doubl\w+ (?:ton|your)|not a scam|"
    r"retweet|rt and|drop your|gagn\w+|giveaway)(?!\w)"
)


def handle(reading: Reading) -> Iterator[Found]:
    """A handle the owner says is theirs on another network."""
    if not reading.own:
        return
    seen: set[int] = set()
    for pattern in (_HERE, _ON, _ON_NETWORK):
        for match in pattern.finditer(reading.plain):
            start, end = match.span("name")
            if start in seen or not _made_up(reading, match):
                continue
            if said.claimed(reading, match.start(), end) and not _of_others(reading, match):
                seen.add(start)
                yield Found(kind="username", value=reading.plain[start:end], start=start, end=end)


def _made_up(reading: Reading, match: re.Match[str]) -> bool:
    """Is it written as only a handle is: with its sign, a digit, a dot or a low line?"""
    start = match.start("name")
    signed = reading.text[start - 1] == "@" if start else False
    run = (
        reading.plain[:start].rsplit(None, 1)[-1:]
        if start and not reading.plain[start - 1].isspace()
        else []
    )
    if any("/" in each for each in run) or _AMOUNT.fullmatch(match["name"]):
        return False
    name = match["name"]
    if ".." in name or name.isdigit():
        return False
    return signed or any(each in name for each in "_.0123456789")


_THEIRS = re.compile(
    r"(?<!\w)(?:contact|contacte[rz]?|ecri[st]|ecrivez|his|her|their|son|sa|leur|ta|ton|your|via|cc|"
    r"merci|thanks)(?: a)?\s?$"
)
_AMOUNT = re.compile(r"[\d.]+(?:k|m|km|h|ans|e)?\d*")
"""“85k”: no name."""


def _of_others(reading: Reading, match: re.Match[str]) -> bool:
    """“Contact @x on IG, she helped me” names somebody else's."""
    return _THEIRS.search(reading.plain[max(0, match.start() - 24) : match.start()]) is not None


def payment(reading: Reading) -> Iterator[Found]:
    """Where the owner can be paid: a page of PayPal, a cash tag, an account number to send money to."""
    if not reading.own or _SWINDLE.search(reading.plain):
        return
    for start, end in sorted({*_pages(reading), *_tags(reading), *_told(reading)}):
        found = reading.text[start:end].lower()
        yield Found(kind="payment_handle", value=found, start=start, end=end)


def _pages(reading: Reading) -> Iterator[tuple[int, int]]:
    yield from (each.span() for each in _PAGE.finditer(reading.plain))
    yield from (each.span("name") for each in _SORT_CODE.finditer(reading.plain))


def _tags(reading: Reading) -> Iterator[tuple[int, int]]:
    if _CASH.search(reading.plain):
        yield from (each.span() for each in _CASHTAG.finditer(reading.plain))


def _told(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in _TOLD.finditer(reading.plain):
        if said.claimed(reading, match.start(), match.end()):
            yield match.span("name")
    if _TO_PAY.search(reading.plain):
        yield from ((each.start, each.end) for each in reading.entities if each.type == "iban")


def channel(reading: Reading) -> Iterator[Found]:
    """The handle in the address of one's own page: “ma chaîne : …/@name”."""
    if reading.own and _CHANNEL.search(reading.plain):
        for match in _IN_URL.finditer(reading.plain):
            yield Found(
                kind="username", value=match["name"], start=match.start() - 1, end=match.end()
            )
