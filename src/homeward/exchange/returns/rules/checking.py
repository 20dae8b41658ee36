"""What is wrong with a return, rule by rule? Every declared rule answers, also those that nothing breaks."""

from collections.abc import Iterator, Sequence
from itertools import chain

from homeward.exchange.returns.rules.of_days import DAY_RULES, day_faults
from homeward.exchange.returns.rules.of_items import item_faults, item_rules
from homeward.exchange.returns.rules.of_links import link_faults, link_rules
from homeward.exchange.returns.rules.of_people import PEOPLE_RULES, people_faults
from homeward.exchange.returns.rules.row import Extract, Found, Rule
from homeward.exchange.returns.spec.item import DataSet


def rules_of(data_set: DataSet) -> Sequence[Rule]:
    """Every rule that this house checks before the nation does."""
    return (*item_rules(data_set), *link_rules(data_set), *PEOPLE_RULES, *DAY_RULES)


def faults_in(extract: Extract) -> Iterator[Found]:
    """Each row at fault, once for each rule that it breaks."""
    return chain(item_faults(extract), link_faults(extract), people_faults(extract), day_faults(extract))
