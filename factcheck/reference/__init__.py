"""Reference data: tables, exchange rates, units and the names of things."""
