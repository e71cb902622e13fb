"""The shared database: schema, migrations, transactions, change feed."""

from common.store.contents import Contents, Since
from common.store.database import (
    Store,
    contents,
    create_database,
    is_server,
    open_store,
    since,
    upgrade_database,
)
from common.store.errors import DatabaseAway, OtherVersion
from common.store.feed import ChangeFeed
from common.store.foreseen import Foreseen
from common.store.transaction import ReadTransaction, WriteTransaction

__all__ = [
    "ChangeFeed",
    "Contents",
    "DatabaseAway",
    "Foreseen",
    "OtherVersion",
    "ReadTransaction",
    "Since",
    "Store",
    "WriteTransaction",
    "contents",
    "create_database",
    "is_server",
    "open_store",
    "since",
    "upgrade_database",
]
