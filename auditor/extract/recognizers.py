"""The recognizers of the house, in the order they are asked."""

from auditor.extract import activity, birth, conduct, contact, place, relations, study, travel, work
from auditor.extract.reading import Recognizer

RECOGNIZERS: dict[str, Recognizer] = {
    "email": contact.email,
    "phone": contact.phone,
    "url": contact.url,
    "handle": contact.handle,
    "address": place.address,
    "home": place.home,
    "hometown": place.hometown,
    "geotag": place.geotag,
    "venue": place.venue,
    "employer": work.employer,
    "job_title": work.job_title,
    "school": study.school,
    "age": birth.age,
    "birth_date": birth.birth_date,
    "wishes": birth.wishes,
    "kin": relations.kin,
    "mention": relations.mention,
    "travel_plan": travel.plan,
    "away": travel.away,
    "activity": activity.activity,
    "group": activity.group,
    "belonging": activity.belonging,
    "routine": activity.routine,
    "criminal_record": conduct.criminal_record,
    "work_complaint": conduct.work_complaint,
    "job_search": conduct.job_search,
    "alcohol_drug": conduct.alcohol_drug,
    "family_status": conduct.family_status,
}
"""By name; `rules/recognizers.yml` holds the confidence of each."""
