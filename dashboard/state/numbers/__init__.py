"""All numbers by their places: which of them pass a filter, hold words, go before others."""
