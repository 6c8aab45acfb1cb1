"""What can go wrong."""


class Error(Exception):
    """Anything that Zeitstrahl could not do; the message is one line that says what to do."""


class InputError(Error, ValueError):
    """An article or a table that cannot be used as it is."""


class UsageError(Error, ValueError):
    """Arguments that do not fit: an unknown option, a width out of range."""


class ReadError(Error, OSError):
    """The operating system refused to read."""
