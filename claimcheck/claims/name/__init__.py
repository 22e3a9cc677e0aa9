"""Names: people, places, organisations and the nouns that stand for one institution.

`extract` reads names without a tagger; `compare` tells another name in the same place (CC103) from
another spelling of one name, `compare_holders` the same of one office over whole articles; `same_name` is the question all rest on.
"""

from __future__ import annotations

from claimcheck.claims.name.compare import compare
from claimcheck.claims.name.extract import KIND, extract
from claimcheck.claims.name.holders import compare_holders
from claimcheck.claims.name.same import same_name
from claimcheck.claims.name.value import NameType, NameValue

__all__ = ["KIND", "NameType", "NameValue", "compare", "compare_holders", "extract", "same_name"]
