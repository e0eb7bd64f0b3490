"""The papers of a session: what participants take home, what the trainer holds in hand."""

from auditor.workshop.papers.make import papers as papers
