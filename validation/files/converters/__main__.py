"""The process that converts one file, which it reads from standard input."""

from validation.files.converters.process import answer

if __name__ == "__main__":
    answer()
