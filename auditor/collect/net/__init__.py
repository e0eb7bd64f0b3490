"""The only door to the network: what is fetched is public, asked politely, and bounded."""
