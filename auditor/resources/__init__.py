"""Where the data folders are, and how their files become data."""
