"""A study as a template for others: its frame without what people said of it."""

from msgspec.structs import replace

from decidr.core.study.study import Study


def as_template(study: Study, with_data: bool) -> Study:
    """The study without its judgments, weights, people, snapshots, client, author and date.

    Question, criteria, hosts, views, ways of weighting, scales and scenarios stay. ``with_data`` keeps what is known of
    the hosts, costs and rates included, but not what single participants gave.
    """
    return replace(
        study,
        client="",
        author="",
        date="",
        participants=(),
        roles=(),
        comparisons=(),
        nodes=tuple(replace(node, agreed=False) for node in study.nodes),
        weights=(),
        cells=tuple(cell for cell in study.cells if cell.participant is None) if with_data else (),
        costs=study.costs if with_data else (),
        rates=study.rates if with_data else (),
        snapshots=(),
    )
