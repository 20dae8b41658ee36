"""How is a FHIR search asked, judged and answered, whatever kind of resource it is for?"""
