"""New fictional persons as real case folders, with decoys and the truth: every session has a fresh case.

`order` checks what is asked for, `invent` makes the files. The road: a cast (`cast`), pages that tell some of it
(`past`, `present`, in the manners of `markup`), people who look alike (`decoys`), and what a careful reader can join
from the words on the pages (`reading`), which is the truth (`truth`).
"""

from auditor.workshop.persona.case import invent
from auditor.workshop.persona.order import LANGUAGES, STYLES, Order, order

__all__ = ["LANGUAGES", "STYLES", "Order", "invent", "order"]
