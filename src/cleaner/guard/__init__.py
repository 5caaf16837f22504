"""Guards a corpus of text files: finds residue, takes it out, and tells of it in the forms that others read."""
