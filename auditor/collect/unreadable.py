"""What a reader says when a file, or a part of it, cannot be read."""

from auditor.model.failure import Failure
from auditor.model.text import Text


class UnreadableError(Exception):
    """A part cannot be read; its reader catches this and hands on a failure."""

    def __init__(self, reason: Text, mend: Text) -> None:
        self.reason = reason
        self.mend = mend
        super().__init__(str(reason))

    def failure(self, source: str) -> Failure:
        """The failure that the report shows for the source."""
        return failed(source, self.reason, self.mend)


def failed(source: str, reason: Text, mend: Text) -> Failure:
    """A failure of collecting."""
    return Failure(stage="collect", source=source, reason=reason, mend=mend)
