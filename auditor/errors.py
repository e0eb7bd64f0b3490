"""Everything that stops an audit before it can begin.

AuditorError
├── MandateError    the mandate is missing, malformed, expired or not yet in force
├── PackError       a rule, a network's card or a table cannot be used
├── OutputError     the report cannot be written where it was asked for
├── ResultError     two results cannot be read, or not compared with one another
├── VaultError      the encrypted store of a case cannot be opened, or cannot be trusted
├── CohortError     the tables of a cohort cannot be linked
├── ScreeningError  a screening log cannot be read, or not be checked
└── PluginError     a part named by someone else's package cannot be loaded

What goes wrong *inside* an audit is not an error: it is a `Failure` in the report.
Texts are English message ids with named places (``%(file)s``), said in the reader's language by
`report.words`; they name a type and a place, never a person.
"""


class AuditorError(Exception):
    """The audit cannot be made; the command line prints one line and exits with 2."""

    def __init__(self, reason: str, /, **details: object) -> None:
        self.reason = reason
        self.details = {key: str(value) for key, value in details.items()}
        super().__init__(reason % self.details if self.details else reason)


class MandateError(AuditorError):
    """The mandate does not allow the audit."""


class PackError(AuditorError):
    """Data that the program reads (rules, cards, tables) cannot be used."""


class OutputError(AuditorError):
    """The result cannot be written."""


class ResultError(AuditorError):
    """A result cannot be read again, or not be compared with another."""


class VaultError(AuditorError):
    """The vault of a case cannot be opened, or is not as it was left."""


class CohortError(AuditorError):
    """The tables of a cohort cannot be read, or not be linked here."""


class ScreeningError(AuditorError):
    """A screening log cannot be read, or the place it is to be held against is not known."""


class PluginError(AuditorError):
    """A part offered by another package cannot be loaded."""
