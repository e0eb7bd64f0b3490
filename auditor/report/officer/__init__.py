"""The compliance officer's report: points to verify in a log of looks, and drafts written for a place."""
