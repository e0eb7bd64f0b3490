"""Profiles of many consenting people, linked in one run: the levels of the house as a Splink model."""
