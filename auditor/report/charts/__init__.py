"""What a person would rather look at than read: pure functions from a report's data to what is drawn.

Templates draw it as inline SVG (`reports/templates/charts.html`); nothing is drawn that the text does not say.
"""
