"""Which sentence and which figure of a source belongs to one of the article, in any language."""
