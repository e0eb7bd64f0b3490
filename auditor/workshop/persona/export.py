"""An official export in its real layout: the archive of a professional network, or of a sports one."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from auditor.model.visibility import Visibility
from auditor.workshop.persona.clues import Shown, Source, tell
from auditor.workshop.persona.pen import Pen
from auditor.workshop.persona.person import letters

_FRENCH = ("fr", "fr-CA")
_COUNTRY = {"FR": "France", "CA": "Canada", "GB": "United Kingdom"}
_SPORTS = {"running": ("Run", "Course à pied", "10.2"), "cycling": ("Ride", "Vélo", "24.6")}
_MOIS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_STRAVA = {
    True: (
        "Identifiant de l’athlète,Adresse e-mail,Prénom,Nom de famille,Sexe,Description,Poids,Ville,État,Pays",
        "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,Temps écoulé,Distance",
    ),
    False: (
        "Athlete ID,Email Address,First Name,Last Name,Sex,Description,Weight,City,State,Country",
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance",
    ),
}
_LINKEDIN = {
    True: (
        "Prénom,Nom,Nom de jeune fille,Adresse,Date de naissance,Titre du profil,Résumé,Code postal,Localisation,Sites web",
        "Nom de l'entreprise,Intitulé du poste,Description,Lieu,Date de début,Date de fin",
        "Profil.csv",
        "Postes.csv",
    ),
    False: (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Zip Code,Geo Location,Websites",
        "Company Name,Title,Description,Location,Started On,Finished On",
        "Profile.csv",
        "Positions.csv",
    ),
}


def export(pen: Pen, id_: str, about: str, *, sporty: bool) -> Source:
    """The folder of an export as it was unpacked."""
    return _strava(pen, id_) if sporty else _linkedin(pen, id_, about)


def _strava(pen: Pen, id_: str) -> Source:
    cast, person = pen.cast, pen.cast.subject
    french = cast.order.language in _FRENCH
    profile, activities = _STRAVA[french]
    email = f"{letters(person.first)}.{letters(person.last)}@{cast.words.email}"
    row = [
        str(pen.number()),
        email,
        person.first,
        person.last,
        "F" if person.female else "M",
        cast.group,
        "",
        cast.town.name,
        cast.town.region,
        _COUNTRY[cast.words.country],
    ]
    days = sorted(pen.before(5, 150) for _ in range(4))
    english, local, far = _SPORTS[cast.hobby.id]
    sport = local if french else english
    runs = [
        [str(at), _stamp(each, french), pen.phrase("workout"), sport, "", "3600", far]
        for at, each in enumerate(days, 1)
    ]
    clues = tell(full_name=person.name, town=cast.town.name, group=cast.group)
    return _folder(
        id_,
        "strava",
        {"profile.csv": _table(profile, [row]), "activities.csv": _table(activities, runs)},
        Shown(name="owner", who="subject", clues=clues),
    )


def _stamp(on: date, french: bool) -> str:
    """The moment as the archive writes it: *22 sept. 2024, 07:15:00*, *Sep 22, 2024, 7:15:00 AM*."""
    if french:
        return f"{on.day} {_MOIS[on.month - 1]} {on.year}, 07:15:00"
    return f"{_MONTHS[on.month - 1]} {on.day}, {on.year}, 7:15:00 AM"


def _linkedin(pen: Pen, id_: str, about: str) -> Source:
    cast, person = pen.cast, pen.cast.subject
    profile, positions, first, second = _LINKEDIN[cast.order.language in _FRENCH]
    row = [
        person.first,
        person.last,
        "",
        "",
        "",
        person.job,
        about,
        "",
        cast.town.name,
        "",
    ]
    job = [person.employer, person.job, "", cast.town.name, str(cast.since), ""]
    clues = tell(
        full_name=person.name, job=person.job, employer=person.employer, town=cast.town.name
    )
    return _folder(
        id_,
        "linkedin",
        {first: _table(profile, [row]), second: _table(positions, [job])},
        Shown(name="owner", who="subject", clues=clues),
    )


def _folder(id_: str, network: str, files: dict[str, str], shown: Shown) -> Source:
    folder = f"footprint/{network}"
    # An export holds what only its owner sees; here the subject says that the profile is open.
    return Source(
        id=id_,
        files=tuple((f"{folder}/{name}", text) for name, text in files.items()),
        path=folder,
        shows=None,
        whose="subject",
        seen_by=Visibility.ANYONE,
        shown=(shown,),
    )


def _table(heads: str, rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return f"{heads}\n{out.getvalue()}"
