"""What takes a whole corpus to know: the lines that recur on each site, and which documents are copies."""
