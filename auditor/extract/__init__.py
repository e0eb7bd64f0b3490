"""ROOM 2: what the collected places say, as facts gathered in records."""
