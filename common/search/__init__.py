"""Finding a service by whatever people type."""

from common.search.found import Certainty, Field, Found, Piece
from common.search.index import MOST, SearchIndex

__all__ = ["MOST", "Certainty", "Field", "Found", "Piece", "SearchIndex"]
