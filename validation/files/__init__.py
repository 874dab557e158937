"""What lies in the two folders: the tables with their columns, the package, the documents and their passages."""
