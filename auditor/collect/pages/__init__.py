"""Saved and fetched web pages: `page.read` turns one into a profile or a page."""
