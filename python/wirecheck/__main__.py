"""`python -m wirecheck`."""

from .cli import main

raise SystemExit(main())
