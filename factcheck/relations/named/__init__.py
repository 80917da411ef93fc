"""Groups, their sizes, members and ranks."""
