"""A new mandate, with words that say what to fill in."""

from datetime import date

import yaml

from auditor.errors import MandateError

_TEXTS = {
    "fr": """\
# Le mandat : ce que la personne concernée accepte, et rien d'autre n'est lu.
auditor: 1

# La personne. Seul ce qu'elle choisit de dire : pseudonymes et ville aident à la reconnaître.
subject:
  name: {name}
  aliases: []
  # town: Nantes
  languages: [fr]

# Pourquoi : self-audit (pour soi), training (pour apprendre), cohort (un groupe consentant).
purpose: self-audit
language: fr

# De quand à quand. Ensuite, on redemande à la personne.
signed_on: {signed}
expires_on: {expires}

# Les comptes que la personne dit siens, écrits réseau:identifiant.
# Avec son adresse (url), un compte peut être prouvé, puis lu en ligne : auditor mandate proof.
accounts: []
#  - {{id: "mastodon:moi", url: "https://social.example/@moi"}}

# Ses identifiants : ce qu'auditor sweep peut demander à des sites, et rien d'autre.
handles: []

# Tout ce qui peut être lu : des fichiers de ce dossier, ou des adresses.
# Une page enregistrée sans être connecté, un export officiel, son propre site.
# seen_by : me, contacts, friends_of_friends, members, anyone, indexed ou unknown.
sources: []
#  - {{path: footprint/profil.html, network: mastodon, shows: profile, owner: "mastodon:moi", seen_by: indexed}}
#  - {{path: footprint/article.html, shows: page, seen_by: indexed}}
#  - {{path: exports/linkedin.zip}}
#  - {{url: "https://moi.example/"}}

# Ce que seule la personne peut savoir ; cela ne relie aucun compte.
declared:
  sms_2fa: false
  looking_for_work: false
""",
    "en": """\
# The mandate: what the person concerned agrees to; nothing else is read.
auditor: 1

# The person. Only what they choose to say: handles and town help to recognise them.
subject:
  name: {name}
  aliases: []
  # town: Leeds
  languages: [en]

# Why: self-audit (for oneself), training (to learn), cohort (a consenting group).
purpose: self-audit
language: en

# From when to when. After that, the person is asked again.
signed_on: {signed}
expires_on: {expires}

# The accounts that the person says are theirs, written network:handle.
# With its address (url), an account can be proved, and then read online: auditor mandate proof.
accounts: []
#  - {{id: "mastodon:me", url: "https://social.example/@me"}}

# Their handles: what auditor sweep may ask sites about, and nothing else.
handles: []

# Everything that may be read: files of this folder, or addresses.
# A page saved without being logged in, an official export, one's own site.
# seen_by: me, contacts, friends_of_friends, members, anyone, indexed or unknown.
sources: []
#  - {{path: footprint/profile.html, network: mastodon, shows: profile, owner: "mastodon:me", seen_by: indexed}}
#  - {{path: footprint/article.html, shows: page, seen_by: indexed}}
#  - {{path: exports/linkedin.zip}}
#  - {{url: "https://me.example/"}}

# What only the person can know; it joins no accounts.
declared:
  sms_2fa: false
  looking_for_work: false
""",
}
_LEAP_DAY = (2, 29)


def draft(name: str, language: str, today: date) -> str:
    """The text of a new mandate for a person, in French or English; it can be loaded as it is.

    Raises:
        MandateError: no name is given.
    """
    plain = "".join(char for char in name if char.isprintable()).strip()
    if not plain:
        raise MandateError("the mandate needs the name of the person concerned")
    quoted = yaml.safe_dump(plain, allow_unicode=True, default_style='"', width=len(name) * 12)
    text = _TEXTS.get(language, _TEXTS["en"])
    return text.format(name=quoted.strip(), signed=today, expires=_a_year_after(today))


def _a_year_after(day: date) -> date:
    if (day.month, day.day) == _LEAP_DAY:
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)
