"""What can be taken away: tables, passages, citations and the whole data package, each at an address of its own."""

from dashboard.downloads.routes import register

__all__ = ["register"]
