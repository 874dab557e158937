"""The one door from the register's files to data: tables, documents, rules and their findings."""
