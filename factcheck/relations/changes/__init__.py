"""Changes and differences: which figure is the old value, the new one, and what lies between."""
