"""Statements of membership: the claim, the group's name, and the names of the members."""

from collections.abc import Iterator

from factcheck.extract.people.memberships import find_memberships
from factcheck.model import Claim, Relation, Span
from factcheck.relations.scene import Scene


def find(scene: Scene) -> Iterator[Relation]:
    """The memberships of a passage."""
    stated = {claim.span: claim for claim in scene.claims if claim.kind == "membership"}
    if not stated or scene.names is None:
        return
    for each in find_memberships(scene.passage, scene.names):
        claim = stated.get(scene.passage.span(each.first, each.last))
        if claim is not None:
            members: list[tuple[str, Claim | Span]] = [("statement", claim)]
            members.append(("group", scene.passage.span(*each.group)))
            members += [("member", scene.passage.span(*pair)) for pair in each.members]
            yield Relation("membership", tuple(members), claim.span)
