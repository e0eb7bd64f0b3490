"""The walk a stranger would make from one starting record: what each step adds, and how few people still fit."""
