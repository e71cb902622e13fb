"""The statements, each named for the question it answers or the change it makes.

They are the SQL that SQLite and PostgreSQL share; `:name` stands for a value. Conditions that pick
a partial index stand as literal text, because the planners of both engines recognise an index only
by its literal condition.
"""

from __future__ import annotations

from collections.abc import Sequence

LEG_COLUMNS = (
    "id, ticket, number, position, stage, queue, lane, services, state, ready_at, day_order, "
    "counter, only_counter, comes_back, called_at, last_called_at, times_called, serving_since, "
    "held_since, held_seconds, ended_at, reinstated, outcome, cases, hold_kind, returns_to, "
    "only_kind"
)
EVENT_COLUMNS = "sequence, move, at, day, ticket, leg, number, counter, clerk, request, facts, hash"
TICKET_COLUMNS = "id, number, day, day_order, priority, issued_at, code, bundle, issued_by, person"
HEAD_COLUMNS = "id, ticket, number, queue, lane, ready_at, day_order, comes_back, hold_kind"

_IN_LANE = "state = 'waiting' AND only_counter IS NULL AND only_kind IS NULL"
_FOR_ONE_KIND = "state = 'waiting' AND only_counter IS NULL AND only_kind IS NOT NULL"
_FOR_ONE_COUNTER = "state = 'waiting' AND only_counter IS NOT NULL"
_AT_A_COUNTER = "state IN ('called', 'serving')"
_UNFINISHED = "state IN ('planned', 'waiting', 'blocked', 'held', 'missed')"
_TODAY = "hall = :hall AND day = :day"

_LEG = f"SELECT {LEG_COLUMNS} FROM leg"
_EVENT = f"SELECT {EVENT_COLUMNS} FROM event"
_TICKET = f"SELECT {TICKET_COLUMNS} FROM ticket"


def _insert(table: str, columns: str) -> str:
    names = [name.strip() for name in columns.split(",")]
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join(f':{name}' for name in names)})"


def _set(columns: str) -> str:
    return ", ".join(f"{name.strip()} = :{name.strip()}" for name in columns.split(","))


def _of(table: str, columns: str) -> str:
    return ", ".join(f"{table}.{name.strip()}" for name in columns.split(","))


# Who is next

SERVED_QUEUES = """
    SELECT served.queue FROM (
        SELECT queue FROM counter_queue WHERE hall = :hall AND counter = :counter
        UNION ALL
        SELECT queue FROM extra_queue
        WHERE hall = :hall AND counter = :counter AND until IS NULL
    ) AS served
    LEFT JOIN clerk ON clerk.hall = :hall AND clerk.login = :clerk
    WHERE clerk.skills IS NULL
        OR replace(' ' || clerk.skills || ' ', ' ' || served.queue || ' ', '')
            <> ' ' || clerk.skills || ' '
"""
"""The queues of a counter, and those that it takes for now besides, as far as its clerk is trained.

No clerk is one who can do everything. (LIKE would need a percent sign, which psycopg claims.)
"""

HEADS_FOR_COUNTER = f"""
    SELECT {_of("leg", HEAD_COLUMNS)}
    FROM ({SERVED_QUEUES}) AS served
    JOIN priority_class ON priority_class.hall = :hall
    JOIN leg ON leg.id = (
        SELECT head.id FROM leg AS head
        WHERE head.hall = :hall AND head.day = :day
          AND head.queue = served.queue AND head.lane = priority_class.code
          AND head.state = 'waiting' AND head.only_counter IS NULL AND head.only_kind IS NULL
        ORDER BY head.ready_at, head.day_order LIMIT 1)
    UNION ALL
    SELECT {_of("leg", HEAD_COLUMNS)}
    FROM ({SERVED_QUEUES}) AS served
    JOIN priority_class ON priority_class.hall = :hall
    JOIN leg ON leg.id = (
        SELECT head.id FROM leg AS head
        WHERE head.hall = :hall AND head.day = :day
          AND head.queue = served.queue AND head.lane = priority_class.code
          AND head.only_kind = :kind
          AND head.state = 'waiting' AND head.only_counter IS NULL AND head.only_kind IS NOT NULL
        ORDER BY head.ready_at, head.day_order LIMIT 1)
    WHERE EXISTS (SELECT 1 FROM leg WHERE {_TODAY} AND {_FOR_ONE_KIND})
    UNION ALL
    SELECT {HEAD_COLUMNS} FROM leg
    WHERE {_TODAY} AND only_counter = :counter AND {_FOR_ONE_COUNTER}
"""
"""Who could be next at a counter: one head a lane, one for those of a lane who chose its kind, and
those sent to this counter. On most days nobody chose a kind, and no lane is searched for them."""

FRONT_OF_LANE = f"""
    SELECT ready_at FROM leg WHERE {_TODAY} AND queue = :queue AND lane = :lane AND {_IN_LANE}
    ORDER BY ready_at, day_order LIMIT :places
"""
"""The seniorities at the front of one lane, without those who chose a kind of counter."""

# Who waits


def _waiting(condition: str, columns: str = LEG_COLUMNS, end: str = "") -> str:
    """In the lanes, for one kind of counter and for one, each from its own partial index."""
    return " UNION ALL ".join(
        f"SELECT {columns} FROM leg WHERE {_TODAY} {condition} AND {index} {end}"
        for index in (_IN_LANE, _FOR_ONE_KIND, _FOR_ONE_COUNTER)
    )


WAITING = _waiting("")
WAITING_IN_QUEUE = _waiting("AND queue = :queue")
WAITING_IN_ZONE = _waiting(
    "AND queue IN (SELECT code FROM queue WHERE hall = :hall AND zone = :zone)"
)
WAITING_COUNTS = _waiting("", "queue, count(*)", "GROUP BY queue")
WAITING_FOR_COUNTER = f"""
    {_LEG} WHERE {_TODAY} AND {_IN_LANE} AND queue IN ({SERVED_QUEUES})
    UNION ALL
    {_LEG} WHERE {_TODAY} AND only_kind = :kind AND {_FOR_ONE_KIND} AND queue IN ({SERVED_QUEUES})
    UNION ALL
    {_LEG} WHERE {_TODAY} AND only_counter = :counter AND {_FOR_ONE_COUNTER}
"""
"""Everyone whom a counter may call."""

# Errands: a ticket with all its legs


def _errand(leg: str) -> str:
    """Found by one of its legs."""
    return f"""
        SELECT {_of("ticket", TICKET_COLUMNS)}, {_of("leg", LEG_COLUMNS)}
        FROM ticket JOIN leg ON leg.ticket = ticket.id
        WHERE ticket.id = ({leg}) ORDER BY leg.position
    """


ERRAND_OF_TICKET = _errand(":ticket")
ERRAND_OF_LEG = _errand("SELECT ticket FROM leg WHERE id = :leg")
ERRAND_AT_COUNTER = _errand(
    f"SELECT ticket FROM leg WHERE hall = :hall AND counter = :counter AND {_AT_A_COUNTER}"
)

# Legs

LEGS_AT_COUNTERS = f"{_LEG} WHERE hall = :hall AND {_AT_A_COUNTER}"
SET_ASIDE = f"{_LEG} WHERE {_TODAY} AND state IN ('held', 'missed') AND {_UNFINISHED}"
"""Today's held and missed legs."""
UNFINISHED = f"{_LEG} WHERE {_TODAY} AND {_UNFINISHED}"
UNFINISHED_BEFORE = f"{_LEG} WHERE hall = :hall AND day < :day AND {_UNFINISHED}"
OPEN_LEGS = f"""
    {_LEG} WHERE hall = :hall AND {_AT_A_COUNTER}
    UNION ALL
    {_LEG} WHERE hall = :hall AND {_UNFINISHED}
"""
SERVED_AT_COUNTER = f"""
    SELECT count(*) FROM leg WHERE {_TODAY} AND counter = :counter AND state = 'done'
"""

ADD_LEG = _insert("leg", f"{LEG_COLUMNS}, hall, day")
_MOVED = _set(
    "lane, ready_at, counter, only_counter, comes_back, called_at, last_called_at, "
    "times_called, serving_since, held_since, held_seconds, ended_at, reinstated, outcome, cases, "
    "hold_kind, returns_to, only_kind"
)
MOVE_LEG = f"""
    UPDATE leg SET {_MOVED}, day = CASE WHEN :waits THEN :day ELSE day END,
        state = CASE WHEN state = :state_before THEN :state END
    WHERE id = :this_leg
"""
"""What may change of a leg. Its day is that of the lane in which it waits or last waited.

A leg that is in another state than the caller thinks would have none, which the schema refuses.
"""

# Tickets

PLACE_OF_NEXT = f"""
    SELECT (SELECT max(day_order) FROM ticket WHERE {_TODAY}),
           (SELECT max(sequence) FROM ticket WHERE {_TODAY} AND queue = :queue),
           (SELECT count(*) FROM leg WHERE {_TODAY} AND queue = :queue AND {_IN_LANE})
           + (SELECT count(*) FROM leg WHERE {_TODAY} AND queue = :queue AND {_FOR_ONE_KIND})
"""
"""The day's last order, the queue's last number, and how many wait in the queue."""
TICKET_BY_NUMBER = f"{_TICKET} WHERE {_TODAY} AND number = :number"
TICKET_BY_CODE = f"{_TICKET} WHERE hall = :hall AND code = :code"
OPEN_TICKET_BY_NUMBER = f"""
    {_TICKET} WHERE number = :number AND id IN (
        SELECT ticket FROM leg WHERE hall = :hall AND {_AT_A_COUNTER}
        UNION ALL
        SELECT ticket FROM leg WHERE hall = :hall AND {_UNFINISHED})
    ORDER BY day DESC LIMIT 1
"""
"""The latest ticket with this number that is not over, of whatever day."""
AHEAD_AT_ISSUE = "SELECT ahead FROM ticket WHERE id = :ticket"

LAST_READY = """
    SELECT leg.ready_at FROM ticket JOIN leg ON leg.ticket = ticket.id AND leg.position = 0
    WHERE ticket.hall = :hall AND ticket.day = :day AND ticket.priority <> :booked
    ORDER BY ticket.day_order DESC LIMIT 1
"""
"""The seniority of the walk-in who took the latest number of the day."""
NUMBERS_IN_HALF_HOUR = """
    SELECT (SELECT count(*) FROM ticket JOIN leg ON leg.ticket = ticket.id AND leg.position = 0
            WHERE ticket.hall = :hall AND ticket.day = :day AND ticket.queue = :queue
              AND ticket.issued_at >= :since AND ticket.issued_at < :until
              AND ticket.priority <> :booked AND leg.state <> 'cancelled')
         + (SELECT count(*) FROM leg JOIN ticket ON ticket.id = leg.ticket
            WHERE leg.hall = :hall AND leg.day = :day AND leg.queue = :queue
              AND leg.stage = 0 AND leg.position > 0 AND leg.state <> 'cancelled'
              AND ticket.issued_at >= :since AND ticket.issued_at < :until
              AND ticket.priority <> :booked)
"""
"""Walk-ins of a queue: its own numbers, and other numbers that pass it beside their first queue."""
OPEN_NUMBER_OF_PERSON = """
    SELECT ticket.number FROM ticket JOIN leg ON leg.ticket = ticket.id
    WHERE ticket.hall = :hall AND ticket.day = :day AND ticket.person = :person
      AND ticket.person IS NOT NULL AND leg.queue = :queue
      AND leg.state IN ('planned', 'waiting', 'blocked', 'called', 'serving', 'held')
    LIMIT 1
"""
"""A number that was missed is not in the way of a new one."""

ADD_TICKET = _insert("ticket", f"{TICKET_COLUMNS}, hall, queue, sequence, ahead")

# Events

CALLS_SINCE = f"""
    {_EVENT} WHERE hall = :hall AND at >= :since AND move IN ('call', 'recall') ORDER BY sequence
"""
EVENT_OF_REQUEST = f"{_EVENT} WHERE hall = :hall AND request = :request"
EVENTS_OF_TICKET = f"{_EVENT} WHERE ticket = :ticket ORDER BY sequence"
EVENTS = f"{_EVENT} WHERE hall = :hall AND sequence > :after ORDER BY sequence LIMIT 1000"
"""The next thousand of the chain: a server's driver would hold all of a longer answer at once."""

ADD_EVENT = _insert("event", f"{EVENT_COLUMNS}, hall")

# Appointments, where they bear on numbers

_PLACES = """
    SELECT count(*) FROM appointment
    WHERE hall = :hall AND day = :day AND queue = :queue AND slot = :slot
"""
BOOKED_PLACES = f"{_PLACES} AND state <> 'cancelled'"
UNUSED_PLACES = f"{_PLACES} AND state IN ('booked', 'no_show')"

# The hall

VERSION = "SELECT version_num FROM alembic_version"
TOUCH_VERSION = "UPDATE alembic_version SET version_num = version_num"
HALL_CODE = "SELECT code FROM hall"
REVISION = "SELECT revision FROM hall WHERE code = :hall"


def moment(clock: str) -> str:
    """The version of the tables, the hall's revision, the time as the engine says `clock`, and the
    last event of the chain."""
    return f"""
        SELECT (SELECT version_num FROM alembic_version), revision, {clock},
            event.sequence, event.hash FROM hall
        LEFT JOIN event ON event.hall = hall.code AND event.sequence = (
            SELECT max(sequence) FROM event WHERE hall = :hall)
        WHERE hall.code = :hall
    """


ADD_HALL_SECRET = _insert("hall_secret", "hall, person_key")
PERSON_KEY = "SELECT person_key FROM hall_secret WHERE hall = :hall"
HALL = "SELECT * FROM hall WHERE code = :hall"
COUNTER_QUEUES = """
    SELECT counter, queue, handicap_minutes FROM counter_queue
    WHERE hall = :hall ORDER BY counter, position
"""
FORGET_COUNTER_QUEUES = "DELETE FROM counter_queue WHERE hall = :hall"
ADD_COUNTER_QUEUE = _insert("counter_queue", "hall, counter, queue, position, handicap_minutes")


def things(table: str) -> str:
    """All rows of one table of the catalogue, in their order."""
    return f"SELECT * FROM {table} WHERE hall = :hall ORDER BY position"


def retire_things(table: str) -> str:
    """Mark all rows of one table of the catalogue as gone; those that stay come back at once."""
    return f"UPDATE {table} SET retired = :retired WHERE hall = :hall"


def put_thing(table: str, columns: Sequence[str], key: Sequence[str] = ("hall", "code")) -> str:
    """Write one row of the catalogue, new or known."""
    others = ", ".join(name for name in columns if name not in key)
    given = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
    keys = ", ".join(key)
    return f"{_insert(table, f'{keys}, {others}')} ON CONFLICT ({keys}) DO UPDATE SET {given}"
