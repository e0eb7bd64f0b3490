"""Makes the tables of `data/` from published sources; run by a maintainer, never by an audit."""
