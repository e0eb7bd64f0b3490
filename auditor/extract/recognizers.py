"""The recognizers of the house, in the order they are asked."""

from auditor.extract import (
    accounts,
    activity,
    ages,
    birth,
    birthday,
    conduct,
    contact,
    identity,
    place,
    plates,
    structured,
    study,
    travel,
    work,
)
from auditor.extract.reading import Recognizer

RECOGNIZERS: dict[str, Recognizer] = {
    "email": structured.email,
    "phone": structured.phone,
    "own_plate": plates.own_plate,
    "national_id": structured.national_id,
    "bank_account": structured.bank_account,
    "url": contact.url,
    "handle": accounts.handle,
    "channel": accounts.channel,
    "payment": accounts.payment,
    "own_name": identity.own_name,
    "address": structured.address,
    "hometown": place.hometown,
    "geotag": place.geotag,
    "venue": place.venue,
    "employer": work.employer,
    "job_title": work.job_title,
    "post": work.post,
    "school": study.school,
    "age": ages.age,
    "birth_date": birth.birth_date,
    "wishes": birthday.wishes,
    "own_birthday": birthday.own_birthday,
    "travel_plan": travel.plan,
    "activity": activity.activity,
    "group": activity.group,
    "belonging": activity.belonging,
    "routine": activity.routine,
    "criminal_record": conduct.criminal_record,
}
"""By name; `rules/recognizers.yml` holds the confidence of each."""

WANTED: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "age": "# ans piges balais berges prin* year* yrs",
        "birth_date": "#",
        "routine": "#",
        "national_id": "#",
        "bank_account": "#",
        "phone": "#",
        "own_plate": "#",
        "own_birthday": "anni* birt* bday b day jour fete prends turn* older cake ans born nee ne baby team sign* arie* "
        "taur* gemi* canc* leo virg* libr* scor* sagi* capr* aqua* pisc* beli* geme* lion vier* bala* vers* pois*",
        "payment": "payp* venm* cash* revo* monz* lydi* wise ko kofi buym* stre* tipe* utip leet* lepo* coti* pump* "
        "zell* wero payl* twin* inte* tran* etra* vire* sort caut* remb* depo* refu* pay send envo* vers* iban rib cagn* "
        "loye* rent",
        "travel_plan": "depa* part* pars part deco* envo* bien* j off flyi* head* leav* trip camp trai*",
    }.items()
}
"""Words, beginnings of words, or ``#`` for a number, of which a recognizer needs one: looked for before its grammar is tried."""
