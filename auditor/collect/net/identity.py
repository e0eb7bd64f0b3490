"""Who we say we are: the same name at every door, and never a browser's."""

from auditor import __version__

USER_AGENT = f"auditor/{__version__} (+local privacy self-audit)"
