"""Room 4: rule packs over the facts of an identity, as a viewer sees them: findings and dials."""
