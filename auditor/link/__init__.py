"""ROOM 3: which records are one person, why, and what would break the join."""
