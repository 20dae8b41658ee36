"""Which documents of the partnership state figures, and for which year?"""

ANNUAL_REPORT = "Birmingham Integrated Care Partnership, annual report, December 2021"
PLAN = "Community Care Collaborative, implementation plan, June 2024"
RESULTS_YEAR = "October 2020 to September 2021"
PLAN_YEAR = "2024/25"
