"""Who says what in the article and in the source: quotations, speakers, denials."""
