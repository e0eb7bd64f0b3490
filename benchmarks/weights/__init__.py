"""How often the two sides of one person, and two strangers, reach each level of each comparison."""
