"""Drafts of rows for the numerals of a document that nothing accounts for yet, each with how sure it is and why."""
