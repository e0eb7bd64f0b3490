"""link/cluster.py: laws."""

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.link.cluster import cluster
from auditor.model.link import HumanJudgement, Judgement

NAMES = [f"{source}#{slug}" for source in "abcd" for slug in ("owner", "x")]
FACTS = st.sampled_from(
    [
        ("full_name", "Loïc Tréhardel"),
        ("full_name", "Loïc Tran"),
        ("alias", "Loïc T."),
        ("home_commune", "Nantes"),
        ("home_commune", "Lyon"),
        ("phone_mobile", "+33639984127"),
        ("activity", "bass"),
        ("group_membership", "les volets clos"),
    ]
)
PEOPLE = st.dictionaries(
    st.sampled_from(NAMES), st.lists(FACTS, min_size=1, max_size=5), min_size=1
)
FIXTURES = settings(max_examples=60, deadline=None)


@FIXTURES
@given(people=PEOPLE)
def test_every_record_is_in_exactly_one_identity(case, kit, people):
    groups = cluster(case(people), kit).groups
    assert sorted(each for group in groups for each in group) == sorted(people)


@FIXTURES
@given(people=PEOPLE)
def test_the_order_of_the_records_does_not_matter(case, kit, people):
    turned = dict(reversed(people.items()))
    assert cluster(case(people), kit).groups == cluster(case(turned), kit).groups


@FIXTURES
@given(people=PEOPLE)
def test_no_identity_holds_two_records_of_one_source(case, kit, people):
    for group in cluster(case(people), kit).groups:
        sources = [each.partition("#")[0] for each in group]
        assert len(sources) == len(set(sources))


@FIXTURES
@given(people=PEOPLE, pair=st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)))
def test_a_human_different_always_holds(case, kit, people, pair):
    human = [HumanJudgement(left=pair[0], right=pair[1], judgement=Judgement.DIFFERENT)]
    for group in cluster(case(people), kit, human).groups:
        assert pair[0] == pair[1] or not set(pair) <= group
