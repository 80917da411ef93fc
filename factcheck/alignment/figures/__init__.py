"""A figure of the article beside one of the source: of one kind, agreeing, derived, slipped."""
