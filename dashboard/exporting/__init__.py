"""The whole site as files: every address a file that works from any folder, without a server and without scripts."""
