"""The application around the pages: site, document, guards, headers, server."""
