"""Auditor: what a stranger, a recruiter or a fraudster could put together about you."""

__version__ = "0.1.0"
