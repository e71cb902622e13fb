"""The shared database: schema, migrations, transactions, change feed."""

from common.store.database import Store, create_database, open_store, upgrade_database
from common.store.errors import DatabaseAway
from common.store.feed import ChangeFeed
from common.store.transaction import ReadTransaction, WriteTransaction

__all__ = [
    "ChangeFeed",
    "DatabaseAway",
    "ReadTransaction",
    "Store",
    "WriteTransaction",
    "create_database",
    "open_store",
    "upgrade_database",
]
