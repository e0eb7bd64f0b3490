"""What a room has in common: counts over the redacted results its members hand in, and nothing of anybody."""
