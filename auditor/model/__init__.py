"""What the data is: frozen dataclasses of the standard library, one noun a file."""
