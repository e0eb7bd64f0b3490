"""What is measured against what; never a timed test."""
