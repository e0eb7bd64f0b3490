"""A small report made by hand: everyone in it is invented."""

import datetime
from dataclasses import replace

import pytest

from auditor.model.fact import About, Fact, Voice
from auditor.model.failure import Failure
from auditor.model.finding import Crowd, Dial, Finding
from auditor.model.identity import Absence, Identity, Impersonation, Namesake
from auditor.model.link import Band, Feature, Judgement, Level, Link
from auditor.model.mandate import Account, Declared, Mandate, Purpose, Source, Subject
from auditor.model.network import Network, NetworkKind
from auditor.model.portrait import Edit, Portrait, Remedy, Step
from auditor.model.record import Record, Role
from auditor.model.report import Report, SourceStatus, Status, View
from auditor.model.rule import Examples, Kind, Need, Rule
from auditor.model.text import say
from auditor.model.viewer import Viewer
from auditor.model.visibility import Origin, Visibility

DAY = datetime.date(2026, 11, 24)
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
V = Visibility


def fact(key, record, kind, value, quote=None, visibility=V.INDEXED, **more):
    return Fact(
        id=key,
        record=record,
        kind=kind,
        value=value,
        quote=value if quote is None else quote,
        source=record.partition("#")[0],
        visibility=visibility,
        visibility_from=None if visibility is V.UNKNOWN else Origin.DECLARED,
        recognizer="test",
        confidence=0.9,
        **{"passage": "field", **more},
    )


FACTS = (
    fact("f1", "p1#owner", "full_name", "loïc tréhardel", "Loïc Tréhardel"),
    fact("f2", "p1#owner", "home_commune", "Nantes", "j’habite à Nantes", passage="post-1"),
    fact("f3", "p2#loic-t", "full_name", "loïc t", "Loïc T.", V.MEMBERS, said_by=Voice.OTHER),
    fact("f4", "p2#loic-t", "birth_date", "1980-03-17", "né le 17 mars 1980", V.MEMBERS,
         passage="post-2", published_on=datetime.date(2008, 5, 2), said_by=Voice.OTHER),
    fact("f5", "p1#owner", "phone_mobile", "+33639984127", "06 39 98 41 27", V.ANYONE),
    fact("f6", "p2#owner", "full_name", "hélène marchand", "Hélène Marchand", V.MEMBERS,
         about=About.OTHER),
    fact("f7", "p1#owner", "third_party_mention", "Hélène", "avec Hélène au phare",
         passage="post-3", about=About.OTHER),
    fact("f8", "p1#owner", "third_party_address", "9 rue des Tanneurs, Dinan",
         "chez mes parents, 9 rue des Tanneurs, Dinan", passage="post-4", about=About.OTHER),
    fact("f9", "p1#owner", "email_personal", "loic@trehardel.example", None, V.UNKNOWN),
)  # fmt: skip
MADE = fact("made-1", "p1#owner", "birth_year", "1980", "né le 17 mars 1980", V.MEMBERS,
            passage="inferred", inferred_from=("f4",))  # fmt: skip

RECORDS = (
    Record(id="p1#owner", source="p1", role=Role.OWNER, label="Loïc Tréhardel",
           account="photos:loic_tr"),
    Record(id="p2#owner", source="p2", role=Role.OWNER, label="Hélène Marchand",
           account="amis:lnmarch"),
    Record(id="p2#loic-t", source="p2", role=Role.MENTIONED, label="Loïc T."),
    Record(id="p3#loic-trehardel-1", source="p3", role=Role.MENTIONED, label="Loïc Tréhardel",
           row=1),
)  # fmt: skip

LINK = Link(
    id="p1#owner~p2#loic-t",
    left="p1#owner",
    right="p2#loic-t",
    levels=(
        Level(comparison="identity", level="initial", bits=9.5, left="f1", right="f3"),
        Level(comparison="scene", level="place_and_month", bits=9.0,
              left=Feature(record="p1#owner", feature="scene", value="Nantes 2008-05"),
              right=Feature(record="p2#loic-t", feature="scene", value="Nantes 2008-05")),
        Level(comparison="work", level="job_differs", bits=-3.0),
    ),
    bits=14.25,
    probability=0.9951,
    judgement=Judgement.SAME,
    band=Band.NEAR_CERTAIN,
)  # fmt: skip
UNSURE = Link(
    id="p1#owner~p3#loic-trehardel-1",
    left="p1#owner",
    right="p3#loic-trehardel-1",
    levels=(Level(comparison="identity", level="full", bits=21.0, left="f1"),),
    bits=-4.0,
    probability=0.06,
    judgement=Judgement.UNSURE,
    band=Band.POSSIBLE,
    why=say("one clue alone never joins two profiles"),
)


def rule(code, severity, title, advice):
    return Rule(
        id=f"fraud.{code.lower()}",
        code=code,
        title=title,
        status="test",
        severity=severity,
        date=DAY,
        checked_on=DAY,
        description={"en": "Someone could try it.", "fr": "Quelqu’un pourrait essayer."},
        advice=advice,
        audience=("fraudster",),
        references=("nobody",),
        needs=Need(kind="phone_mobile"),
        examples=Examples(fires=(), silent=()),
    )


RULES = {
    each.id: each
    for each in (
        rule("F-03", 4, {"en": "Enough to try a SIM swap", "fr": "De quoi échanger une carte SIM"},
             {"en": ("Ask your operator for a code.", "Take the number off."),
              "fr": ("Demandez un code à votre opérateur.", "Retirez le numéro.")}),
        rule("F-09", 2, {"en": "A number in an ad", "fr": "Un numéro dans une annonce"},
             {"en": ("Use a relay number.",), "fr": ("Passez par un numéro relais.",)}),
    )
}  # fmt: skip
SIM = Finding(rule="fraud.f-03", code="F-03", severity=4, identity="p1#owner",
              audience=("fraudster",), facts=("f1", "f4", "f5"))  # fmt: skip
AD = Finding(rule="fraud.f-09", code="F-09", severity=2, identity="p1#owner",
             audience=("stranger",), facts=("f5",))  # fmt: skip

KINDS = {
    key: Kind(
        id=key,
        family=family,
        origin=("field",),
        name={"en": en, "fr": fr},
        value="phrase",
        sensitivity="private",
        power="low",
        harms=("fraud",),
    )
    for key, family, en, fr in (
        ("full_name", "identity", "full name", "nom complet"),
        ("birth_date", "identity", "birth date", "date de naissance"),
        ("birth_year", "identity", "birth year", "année de naissance"),
        ("home_commune", "place", "home town", "commune de résidence"),
        ("phone_mobile", "contact", "mobile phone", "téléphone mobile"),
        ("email_personal", "contact", "personal e-mail", "courriel personnel"),
        ("third_party_mention", "people", "other person named", "autre personne citée"),
        ("third_party_address", "people", "someone else’s address", "adresse d’autrui"),
    )
}
NETWORKS = {
    "photos": Network(
        id="photos",
        name={"en": "Photos.example", "fr": "Photos.example"},
        kind=NetworkKind.PERSONAL,
        settings={
            "phone_mobile": {"en": "You > Account > Phone", "fr": "Vous > Compte > Téléphone"}
        },
    )
}
DIALS = {name: Dial(value=0, grade="A") for name in ("employer", "safety", "people", "linkability")}


def view(viewer, facts, **more):
    return View(
        viewer=viewer,
        facts=tuple(facts),
        **{
            "made": (),
            "identities": (Identity(id="p1#owner", records=("p1#owner",),
                                    accounts=("photos:loic_tr",), is_subject=True),),
            "links": (UNSURE,),
            "absences": (Absence(source="p3", searched_for="Loïc Tréhardel",
                                 considered=("p3#loic-trehardel-1",),
                                 why=say("none of the %(count)s people listed fits what is known",
                                         count=1)),),
            "namesakes": (),
            "impersonations": (),
            "portrait": Portrait(start="p1#owner"),
            "remedies": (),
            "findings": (),
            "dials": DIALS | {"fraud": Dial(value=0, grade="A")},
            **more,
        },
    )  # fmt: skip


JOINED = {
    "made": (MADE,),
    "identities": (
        Identity(id="p1#owner", records=("p1#owner", "p2#loic-t"), accounts=("photos:loic_tr",),
                 is_subject=True),
        Identity(id="p2#owner", records=("p2#owner",), accounts=("amis:lnmarch",)),
    ),
    "links": (LINK, UNSURE),
    "namesakes": (Namesake(record="p3#loic-trehardel-1", why=say("the ages do not fit")),),
    "impersonations": (Impersonation(record="p2#owner", of="p1#owner", why=say("another town")),),
    "portrait": Portrait(start="p1#owner", steps=(
        Step(record="p2#loic-t", by=(LINK.id,), quotes=("Loïc Tréhardel", "Loïc T."), bits=14.25,
             adds=("f4",)),
        Step(record="made-1", by=("f4",), quotes=("né le 17 mars 1980",), bits=0.0,
             adds=("made-1",)),
    )),
    "remedies": (
        Remedy(edits=(Edit(fact="f1", action="hide", effort="easy", by_whom="subject"),),
               breaks=("p2#loic-t",)),
        Remedy(edits=(Edit(fact="f3", action="ask", effort="hard", by_whom="other"),),
               breaks=("p2#loic-t",)),
    ),
    "findings": (SIM, AD),
    "dials": DIALS | {"fraud": Dial(value=24, grade="B")},
    "crowd": Crowd(low=1, high=4, place="Nantes"),
}  # fmt: skip

MANDATE = Mandate(
    subject=Subject(name="Loïc Tréhardel", aliases=("loic_tr",), town="Nantes", languages=("fr",)),
    purpose=Purpose.SELF_AUDIT,
    language="fr",
    signed_on=DAY,
    expires_on=datetime.date(2027, 11, 24),
    fictional=True,
    accounts=(Account(id="photos:loic_tr"),),
    handles=("loic_tr",),
    sources=tuple(
        Source(id=each, path=f"footprint/{each}.html") for each in ("p1", "p2", "p3", "p4")
    ),
    declared=Declared(cv={"name": "Loïc Tréhardel"}),
)


def small() -> Report:
    """Two records join for a member; nothing joins for a search engine."""
    seen = {
        viewer: [each.id for each in FACTS if viewer.sees(each.visibility, NetworkKind.PERSONAL)]
        for viewer in Viewer
    }
    joined = {Viewer.MEMBER, Viewer.FRIEND_OF_FRIEND, Viewer.CONTACT, Viewer.ME}
    views = {
        viewer: view(viewer, seen[viewer], **(JOINED if viewer in joined else {}))
        for viewer in Viewer
    }
    views[Viewer.ANYONE] = replace(views[Viewer.ANYONE], findings=(AD,))
    return Report(
        version="0.1.0",
        made_at=NOON,
        language="fr",
        mandate=MANDATE,
        sources=tuple(
            SourceStatus(id=key, place=place, network=network, status=status, records=count,
                         seen_by=seen_by)
            for key, place, network, status, count, seen_by in (
                ("p1", "https://photos.example/loic_tr", "photos", Status.READ, 1, V.INDEXED),
                ("p2", "footprint/helene-marchand.html", "amis", Status.PARTLY, 2, V.MEMBERS),
                ("p3", "footprint/p3.html", None, Status.READ, 1, V.ANYONE),
                ("p4", "footprint/p4.zip", None, Status.FAILED, 0, V.UNKNOWN),
            )
        ),
        failures=(
            Failure(stage="collect", source="p4", reason=say("the archive is empty"),
                    mend=say("ask for the export again")),
        ),
        records=RECORDS,
        facts=FACTS,
        views=views,
        rules=RULES,
        kinds=KINDS,
        networks=NETWORKS,
    )  # fmt: skip


@pytest.fixture
def report() -> Report:
    return small()
