"""How far two difference hashes of pictures are apart."""


def distance(left: str, right: str) -> int:
    """In how many of 64 bits two hashes differ."""
    return (int(left, 16) ^ int(right, 16)).bit_count()
