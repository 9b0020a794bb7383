"""Why a paper cannot be made."""


class PaperError(ValueError):
    """A paper cannot be made of what was given."""


class BadPictureError(PaperError):
    """What was given as a picture is no PNG or JPEG that can be read, or is far too large."""


class NotPresentError(PaperError):
    """Nobody attests the presence of somebody who was not checked in."""
