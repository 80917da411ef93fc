"""One quantity told twice: in the heading and the text, or in two sentences."""
