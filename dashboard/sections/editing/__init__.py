"""The place of work: a document's text beside the draft of one of its numerals."""
