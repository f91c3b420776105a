"""Answer the wishes of widgets by calling services, and tell widgets what changed."""
