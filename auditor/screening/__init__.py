"""The compliance officer's room: an employer's log of what it consulted, held against the law of a place."""
