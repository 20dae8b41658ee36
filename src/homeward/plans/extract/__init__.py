"""Which tables of forms, plans and trusted assessments are given to analytics?"""

from homeward.plans.extract import answers, assessments, care_plans, trusted_shares

TABLES = (assessments, answers, care_plans, trusted_shares)
