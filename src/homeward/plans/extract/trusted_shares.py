"""Which columns of assessments that a provider was given to trust are given to analytics? Codes and moments."""

NAME = "trusted_shares"
BY = "share_id"
FOUND_BY = ("response_id",)
COLUMNS = {
    "share_id": "uuid", "response_id": "uuid", "person_id": "uuid", "agreement": "string", "assessor": "string",
    "provider": "string", "state": "string", "shared_at": "timestamp", "valid_until": "timestamp", "decided_at": "timestamp",
}  # fmt: skip
MONTH_OF = "shared_at"
SQL = """
select id as share_id, response_id, person_id, agreement_code as agreement, assessor_code as assessor,
       provider_code as provider, state, shared_at, valid_until, decided_at
from plans_trustedshare
where true
"""
