"""A translation memory and glossaries in LibreOffice Writer.

passage     a sentence in the document: found, read, replaced
texts       what is computed of texts alone: differences, languages
session     the memory and the glossaries: opened, asked, added to
settings    what the user chose, in the office's registry
messages    what the user reads, in three languages
assistant   what a document's panel knows and does, without a window
panel       the panel in the sidebar
dialog      the settings
"""
