"""What a simulation tells of each ranked host."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.tally import Tally


class Robustness(Struct, frozen=True, dict=True):
    """The answer of the samples so far: arrays run over the ranked ``hosts`` (R ids) and ``leaves`` (L ids).

    ``tally`` is of all samples, ``replicates`` those of scrambled points apart (none: random ones). ``kept`` (R, K) are
    totals of evenly spread samples, at most 100,000. ``confidence`` (R,) is NaN where a host is never first or cannot
    lead; None until all samples are drawn, and where it was not asked for.
    """

    plan: Plan
    hosts: tuple[str, ...]
    leaves: tuple[str, ...]
    tally: Tally
    replicates: tuple[Tally, ...]
    kept: Floats
    confidence: Floats | None = None

    @property
    def samples(self) -> int:
        """How many samples are drawn so far."""
        return self.tally.samples

    @cached_property
    def rank_acceptability(self) -> Floats:
        """The share of samples in which each host has each rank (R, R), the best first; rows and columns sum to 1."""
        return self.tally.ranks / self.samples

    @cached_property
    def expected_rank(self) -> Floats:
        """The mean rank of each host (R,), a shared one as the mean of its places."""
        return self.rank_acceptability @ np.arange(1.0, len(self.hosts) + 1)

    @cached_property
    def central_weights(self) -> Floats:
        """The mean leaf weights (R, L) of the samples in which each host is first; NaN for one that never is."""
        firsts = self.tally.ranks[:, :1]
        return np.where(firsts > 0, self.tally.weights / np.where(firsts > 0, firsts, 1.0), np.nan)

    @cached_property
    def pairwise_winning(self) -> Floats:
        """The share of samples in which each host is before each other (R, R), a tie a half; NaN on the diagonal."""
        shares = self.tally.wins / self.samples
        np.fill_diagonal(shares, np.nan)
        return shares

    @cached_property
    def leads(self) -> Floats:
        """The share of samples in which each host (R,) is first of those that can lead; 0 for one that cannot."""
        return self.tally.leads / self.samples

    @cached_property
    def standard_error(self) -> float:
        """The largest of the rank acceptabilities; NaN while a single replicate tells none."""
        if not self.replicates:
            shares = np.clip(self.rank_acceptability, 0.0, 1.0)
            return float(np.sqrt((shares * (1.0 - shares)).max() / self.samples))
        shares = np.stack([tally.ranks / tally.samples for tally in self.replicates if tally.samples])
        return float((shares.std(axis=0, ddof=1) / np.sqrt(len(shares))).max()) if len(shares) > 1 else float("nan")

    def quantiles(self, shares: Sequence[float]) -> Floats:
        """The totals (R, Q) below which these shares of the kept samples lie, such as 0.05, 0.25, 0.5, 0.75, 0.95."""
        return np.quantile(self.kept, shares, axis=1).T
