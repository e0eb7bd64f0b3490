"""The smallest set of edits after which a stranger could no longer say that two pages are one person's."""
