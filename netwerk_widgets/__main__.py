"""``python -m netwerk_widgets`` does what ``netwerk`` does."""

from netwerk_widgets.lab.command import main

if __name__ == "__main__":
    raise SystemExit(main())
