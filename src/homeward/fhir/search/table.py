"""Which search parameters does each kind of resource have? One line a kind; the CapabilityStatement is drawn from here.

Names and elements are those of FHIR R4 (4.0.1) search; 'patient=element' says which element names whose record it is.
"""

from homeward.fhir.search.parameters import Parameter, read_table

_OF_A_PERSON = {
    "ServiceRequest": (
        "patient=subject identifier:token:identifier status:token:status intent:token:intent priority:token:priority"
        " category:token:category code:token:code authored:date:authoredOn requester:reference:requester"
        " performer:reference:performer performer-type:token:performerType based-on:reference:basedOn"
        " encounter:reference:encounter requisition:token:requisition occurrence:date:occurrenceDateTime,occurrencePeriod"
    ),
    "Task": (
        "patient=for identifier:token:identifier status:token:status intent:token:intent priority:token:priority"
        " code:token:code owner:reference:owner requester:reference:requester focus:reference:focus"
        " based-on:reference:basedOn part-of:reference:partOf encounter:reference:encounter authored-on:date:authoredOn"
        " modified:date:lastModified period:date:executionPeriod business-status:token:businessStatus"
    ),
    "EpisodeOfCare": (
        "patient=patient identifier:token:identifier status:token:status type:token:type date:date:period"
        " organization:reference:managingOrganization care-manager:reference:careManager"
        " condition:reference:diagnosis.condition incoming-referral:reference:referralRequest"
    ),
    "Encounter": (
        "patient=subject identifier:token:identifier status:token:status class:token:class type:token:type"
        " date:date:period service-provider:reference:serviceProvider participant:reference:participant.individual"
        " location:reference:location.location episode-of-care:reference:episodeOfCare based-on:reference:basedOn"
        " reason-code:token:reasonCode appointment:reference:appointment part-of:reference:partOf"
    ),
    "Observation": (
        "patient=subject identifier:token:identifier status:token:status category:token:category code:token:code"
        " date:date:effectiveDateTime,effectivePeriod,effectiveInstant encounter:reference:encounter"
        " performer:reference:performer combo-code:token:code,component.code component-code:token:component.code"
        " value-concept:token:valueCodeableConcept value-string:string:valueString value-quantity:quantity:valueQuantity"
        " component-value-quantity:quantity:component.valueQuantity based-on:reference:basedOn part-of:reference:partOf"
        " has-member:reference:hasMember derived-from:reference:derivedFrom specimen:reference:specimen"
        " device:reference:device method:token:method data-absent-reason:token:dataAbsentReason"
    ),
    "Condition": (
        "patient=subject identifier:token:identifier clinical-status:token:clinicalStatus"
        " verification-status:token:verificationStatus category:token:category code:token:code"
        " onset-date:date:onsetDateTime,onsetPeriod abatement-date:date:abatementDateTime,abatementPeriod"
        " recorded-date:date:recordedDate severity:token:severity body-site:token:bodySite encounter:reference:encounter"
        " asserter:reference:asserter"
    ),
    "MedicationStatement": (
        "patient=subject identifier:token:identifier status:token:status category:token:category"
        " code:token:medicationCodeableConcept medication:reference:medicationReference"
        " effective:date:effectiveDateTime,effectivePeriod context:reference:context source:reference:informationSource"
        " part-of:reference:partOf"
    ),
    "MedicationRequest": (
        "patient=subject identifier:token:identifier status:token:status intent:token:intent priority:token:priority"
        " category:token:category code:token:medicationCodeableConcept medication:reference:medicationReference"
        " authoredon:date:authoredOn date:date:dosageInstruction.timing.event encounter:reference:encounter"
        " requester:reference:requester intended-performer:reference:performer"
    ),
    "MedicationDispense": (
        "patient=subject identifier:token:identifier status:token:status code:token:medicationCodeableConcept"
        " medication:reference:medicationReference whenhandedover:date:whenHandedOver context:reference:context"
    ),
    "MedicationAdministration": (
        "patient=subject identifier:token:identifier status:token:status code:token:medicationCodeableConcept"
        " medication:reference:medicationReference effective-time:date:effectiveDateTime,effectivePeriod"
        " context:reference:context"
    ),
    "AllergyIntolerance": (
        "patient=patient identifier:token:identifier clinical-status:token:clinicalStatus"
        " verification-status:token:verificationStatus type:token:type category:token:category"
        " criticality:token:criticality code:token:code,reaction.substance date:date:recordedDate"
        " onset:date:reaction.onset last-date:date:lastOccurrence manifestation:token:reaction.manifestation"
        " severity:token:reaction.severity recorder:reference:recorder asserter:reference:asserter"
    ),
    "CarePlan": (
        "patient=subject identifier:token:identifier status:token:status intent:token:intent category:token:category"
        " date:date:period activity-code:token:activity.detail.code condition:reference:addresses goal:reference:goal"
        " care-team:reference:careTeam encounter:reference:encounter based-on:reference:basedOn part-of:reference:partOf"
        " replaces:reference:replaces instantiates-canonical:uri:instantiatesCanonical"
    ),
    "Goal": (
        "patient=subject identifier:token:identifier lifecycle-status:token:lifecycleStatus"
        " achievement-status:token:achievementStatus category:token:category start-date:date:startDate"
        " target-date:date:target.dueDate"
    ),
    "QuestionnaireResponse": (
        "patient=subject identifier:token:identifier status:token:status authored:date:authored"
        " questionnaire:uri:questionnaire author:reference:author source:reference:source"
        " encounter:reference:encounter based-on:reference:basedOn part-of:reference:partOf"
    ),
    "DocumentReference": (
        "patient=subject identifier:token:identifier,masterIdentifier status:token:status type:token:type"
        " category:token:category date:date:date period:date:context.period facility:token:context.facilityType"
        " setting:token:context.practiceSetting event:token:context.event author:reference:author"
        " authenticator:reference:authenticator custodian:reference:custodian encounter:reference:context.encounter"
        " description:string:description contenttype:token:content.attachment.contentType"
        " location:uri:content.attachment.url security-label:token:securityLabel related:reference:context.related"
        " relatesto:reference:relatesTo.target"
    ),
    "Consent": (
        "patient=patient identifier:token:identifier status:token:status scope:token:scope category:token:category"
        " date:date:dateTime period:date:provision.period actor:reference:provision.actor.reference"
        " action:token:provision.action purpose:token:provision.purpose organization:reference:organization"
        " source-reference:reference:sourceReference"
    ),
    "Appointment": (
        "patient=participant.actor identifier:token:identifier status:token:status date:date:start"
        " service-type:token:serviceType service-category:token:serviceCategory specialty:token:specialty"
        " appointment-type:token:appointmentType actor:reference:participant.actor location:reference:participant.actor"
        " practitioner:reference:participant.actor slot:reference:slot based-on:reference:basedOn"
        " reason-code:token:reasonCode"
    ),
    "Flag": (
        "patient=subject identifier:token:identifier status:token:status category:token:category code:token:code"
        " date:date:period author:reference:author encounter:reference:encounter"
    ),
    "Procedure": (
        "patient=subject identifier:token:identifier status:token:status category:token:category code:token:code"
        " date:date:performedDateTime,performedPeriod encounter:reference:encounter performer:reference:performer.actor"
        " based-on:reference:basedOn reason-code:token:reasonCode"
    ),
    "Immunization": (
        "patient=patient identifier:token:identifier status:token:status vaccine-code:token:vaccineCode"
        " date:date:occurrenceDateTime lot-number:string:lotNumber location:reference:location"
        " performer:reference:performer.actor manufacturer:reference:manufacturer"
    ),
    "DiagnosticReport": (
        "patient=subject identifier:token:identifier status:token:status category:token:category code:token:code"
        " date:date:effectiveDateTime,effectivePeriod issued:date:issued result:reference:result"
        " encounter:reference:encounter performer:reference:performer based-on:reference:basedOn"
        " conclusion:token:conclusionCode"
    ),
    "CareTeam": (
        "patient=subject identifier:token:identifier status:token:status category:token:category date:date:period"
        " participant:reference:participant.member encounter:reference:encounter"
    ),
    "RelatedPerson": (
        "patient=patient identifier:token:identifier active:token:active name:string:name"
        " relationship:token:relationship telecom:token:telecom"
    ),
    "Composition": (
        "patient=subject identifier:token:identifier status:token:status type:token:type category:token:category"
        " date:date:date title:string:title author:reference:author encounter:reference:encounter"
    ),
    "Communication": (
        "patient=subject identifier:token:identifier status:token:status category:token:category date:date:sent"
        " encounter:reference:encounter"
    ),
    "CommunicationRequest": (
        "patient=subject identifier:token:identifier status:token:status category:token:category"
        " date:date:authoredOn,occurrenceDateTime encounter:reference:encounter"
    ),
    "List ClinicalImpression": (
        "patient=subject identifier:token:identifier status:token:status code:token:code date:date:date"
        " encounter:reference:encounter"
    ),
    "RiskAssessment": (
        "patient=subject identifier:token:identifier status:token:status code:token:code"
        " date:date:occurrenceDateTime encounter:reference:encounter"
    ),
    "NutritionOrder": (
        "patient=patient identifier:token:identifier status:token:status date:date:dateTime"
        " encounter:reference:encounter"
    ),
    "ImagingStudy": (
        "patient=subject identifier:token:identifier status:token:status date:date:started"
        " encounter:reference:encounter"
    ),
    "Specimen": "patient=subject identifier:token:identifier status:token:status type:token:type date:date:receivedTime",
    "FamilyMemberHistory": (
        "patient=patient identifier:token:identifier status:token:status relationship:token:relationship date:date:date"
        " code:token:condition.code"
    ),
    "DeviceRequest": (
        "patient=subject identifier:token:identifier status:token:status code:token:codeCodeableConcept"
        " date:date:authoredOn,occurrenceDateTime"
    ),
    "DeviceUseStatement": "patient=subject identifier:token:identifier status:token:status date:date:timingDateTime",
    "Media": "patient=subject identifier:token:identifier status:token:status type:token:type date:date:createdDateTime",
    "RequestGroup": (
        "patient=subject identifier:token:identifier status:token:status code:token:code date:date:authoredOn"
    ),
    "AdverseEvent": (
        "patient=subject identifier:token:identifier actuality:token:actuality category:token:category"
        " event:token:event date:date:date"
    ),
    "GuidanceResponse": (
        "patient=subject identifier:token:identifier status:token:status date:date:occurrenceDateTime"
    ),
    "MeasureReport Invoice": "patient=subject identifier:token:identifier status:token:status date:date:date",
    "BodyStructure": "patient=patient identifier:token:identifier active:token:active location:token:location",
    "ImmunizationEvaluation": "patient=patient identifier:token:identifier status:token:status date:date:date",
    "ImmunizationRecommendation": "patient=patient identifier:token:identifier date:date:date",
    "VisionPrescription": "patient=patient identifier:token:identifier status:token:status date:date:created,dateWritten",
    "Claim ExplanationOfBenefit": "patient=patient identifier:token:identifier status:token:status date:date:created",
    "Coverage": "patient=beneficiary identifier:token:identifier status:token:status type:token:type",
}
_PATIENT = {
    "Patient": (
        "identifier:token:identifier family:string:name.family given:string:name.given name:string:name"
        " birthdate:date:birthDate gender:token:gender address:string:address"
        " address-postalcode:string:address.postalCode address-city:string:address.city telecom:token:telecom"
        " phone:token:telecom email:token:telecom active:token:active death-date:date:deceasedDateTime"
        " general-practitioner:reference:generalPractitioner language:token:communication.language"
    )
}
_OF_NOBODY = {
    "Organization": (
        "identifier:token:identifier name:string:name,alias active:token:active type:token:type partof:reference:partOf"
        " address-postalcode:string:address.postalCode"
    ),
    "Location": (
        "identifier:token:identifier name:string:name,alias status:token:status type:token:type partof:reference:partOf"
        " organization:reference:managingOrganization address-postalcode:string:address.postalCode"
    ),
    "HealthcareService": (
        "identifier:token:identifier name:string:name active:token:active organization:reference:providedBy"
        " service-type:token:type service-category:token:category specialty:token:specialty"
        " location:reference:location coverage-area:reference:coverageArea"
    ),
    "Slot": "identifier:token:identifier status:token:status start:date:start schedule:reference:schedule service-type:token:serviceType",
    "Schedule": "identifier:token:identifier active:token:active actor:reference:actor date:date:planningHorizon service-type:token:serviceType",
    "Practitioner": "identifier:token:identifier name:string:name family:string:name.family given:string:name.given active:token:active telecom:token:telecom",
    "PractitionerRole": (
        "identifier:token:identifier active:token:active practitioner:reference:practitioner"
        " organization:reference:organization role:token:code specialty:token:specialty location:reference:location"
    ),
    "Medication": "identifier:token:identifier code:token:code status:token:status form:token:form",
    "Substance": "identifier:token:identifier code:token:code status:token:status",
    "OrganizationAffiliation Group": "identifier:token:identifier active:token:active code:token:code",
    "Library ValueSet CodeSystem ConceptMap": "identifier:token:identifier url:uri:url name:string:name title:string:title status:token:status",
    "Endpoint": "identifier:token:identifier name:string:name status:token:status connection-type:token:connectionType",
    "Questionnaire PlanDefinition ActivityDefinition Measure": (
        "identifier:token:identifier url:uri:url name:string:name title:string:title status:token:status"
        " version:token:version date:date:date"
    ),
}
_OF_EVERY_KIND = "_id:token:id _lastUpdated:date:meta.lastUpdated _profile:uri:meta.profile _tag:token:meta.tag _security:token:meta.security"

PERSONAL = frozenset(kind for kinds in (*_OF_A_PERSON, *_PATIENT) for kind in kinds.split())
PARAMETERS: dict[str, dict[str, Parameter]] = read_table(
    {" ".join(k for kinds in (*_OF_A_PERSON, *_PATIENT, *_OF_NOBODY) for k in kinds.split()): _OF_EVERY_KIND}
    | _OF_A_PERSON
    | _PATIENT
    | _OF_NOBODY
)
