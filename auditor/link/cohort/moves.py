"""Parts of some rows, all of one size at once: groups are joined and rows moved until nothing weighs more.

What `auditor.link.partition.agreed` does for one part, in products of matrices over thousands of them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

MOST = 64
"""Rows of a part up to which its pairs are laid out as a square: larger ones are too few to gain."""
ROUNDS = 10
"""Rounds of moving and joining at most; two are usual."""
EPSILON = 1e-6
"""Bits by which a step must be better: less is rounding."""


def divided(weights: "Array") -> "Array":
    """Parts × rows × rows, the same both ways, nothing on the diagonal → the first row of each row's group."""
    import numpy as np

    parts, size, _ = weights.shape
    labels = _joined(weights, np.tile(np.arange(size), (parts, 1)))
    open_ = np.arange(parts)
    for _ in range(ROUNDS):
        before = labels[open_]
        labels[open_] = _joined(weights[open_], _moved(weights[open_], before.copy()))
        open_ = open_[(labels[open_] != before).any(axis=1)]
        if not len(open_):
            break
    return _first(labels)


def _joined(weights: "Array", labels: "Array") -> "Array":
    """Join the two groups that most speaks for, again and again, in each part."""
    import numpy as np

    size = labels.shape[1]
    between = _between(weights, labels)
    for _ in range(size - 1):
        flat = between.reshape(len(labels), -1)
        best = np.argmax(flat, axis=1)
        open_ = np.flatnonzero(flat[np.arange(len(flat)), best] > EPSILON)
        if not len(open_):
            break
        one, other = best[open_] // size, best[open_] % size
        between[open_, one] += between[open_, other]
        between[open_, :, one] += between[open_, :, other]
        between[open_, other] = between[open_, :, other] = -np.inf
        between[open_, one, one] = -np.inf
        here = labels[open_]
        labels[open_] = np.where(here == other[:, None], one[:, None], here)
    return labels


def _between(weights: "Array", labels: "Array") -> "Array":
    """What speaks for joining each two groups; nothing does where there is no group of that number."""
    import numpy as np

    of = _members(labels)
    found: Array = of.transpose(0, 2, 1) @ weights @ of
    empty = ~of.any(axis=1)
    found[empty] = -np.inf
    found.transpose(0, 2, 1)[empty] = -np.inf
    each = np.arange(labels.shape[1])
    found[:, each, each] = -np.inf
    return found


def _moved(weights: "Array", labels: "Array") -> "Array":
    """Move the row that gains most into another group or one of its own, again and again, in each part."""
    import numpy as np

    size = labels.shape[1]
    open_ = np.arange(len(labels))
    for _ in range(size):
        here = labels[open_]
        gains = weights[open_] @ _members(here)
        gains -= np.take_along_axis(gains, here[:, :, None], axis=2)
        flat = gains.reshape(len(open_), -1)
        best = np.argmax(flat, axis=1)
        better = flat[np.arange(len(flat)), best] > EPSILON
        open_, best = open_[better], best[better]
        if not len(open_):
            break
        labels[open_, best // size] = best % size
    return labels


def _members(labels: "Array") -> "Array":
    """Parts × rows × groups: 1 where the row is of the group."""
    import numpy as np

    found: Array = (labels[:, :, None] == np.arange(labels.shape[1])).astype(float)
    return found


def _first(labels: "Array") -> "Array":
    import numpy as np

    found: Array = np.argmax(labels[:, :, None] == labels[:, None, :], axis=2)
    return found
