"""Report, and one file a format: `FORMAT` and `render(reports, look)`."""
