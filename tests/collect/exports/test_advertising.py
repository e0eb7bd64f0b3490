"""What exports say of advertising: interests that are on, companies with a list, contacts counted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.collect.exports import facebook, instagram, linkedin, x
from auditor.model.profile import Profile
from auditor.model.visibility import Visibility
from tests.collect.contexts import context
from tests.collect.exports.made import JSON, archive

KINDS = ("ad_interest", "ad_audience", "uploaded_contacts")
FACEBOOK = {
    "logged_information/other_logged_information/ads_interests.json": {
        "topics_v2": ["Reliure", "CafÃ©"]  # broken byte by byte, as the network writes it
    },
    "ads_information/advertisers_using_your_activity_or_information.json": {
        "custom_audiences_all_types_v2": [
            {
                "advertiser_name": "Papeterie Brume",
                "has_data_file_custom_audience": True,
                "has_remarketing_custom_audience": False,
                "has_in_person_store_visit": False,
            },
            {"advertiser_name": "Cirque Lune", "has_data_file_custom_audience": False},
        ]
    },
    "about_you/your_address_books.json": {
        "address_book_v2": {
            "address_book": [
                {"name": "Firmin Aubrac", "details": [{"contact_point": "+33639980077"}]},
                {"name": "Solène", "details": []},
            ]
        }
    },
}
INSTAGRAM = {
    "information_about_you/ads_interests.json": {
        "inferred_data_ig_interest": [
            {"title": "", "string_map_data": {"Interest": {"value": "Chorale", "timestamp": 0}}},
            {"title": "", "string_map_data": {"Interesse": {"value": "Jardin", "timestamp": 0}}},
        ]
    },
    "ads_and_businesses/advertisers_using_your_activity_or_information.json": {
        "ig_custom_audiences_all_types": [
            {"advertiser_name": "Papeterie Brume", "has_data_file_custom_audience": True}
        ]
    },
    "contacts/synced_contacts.json": {
        "contacts_contact_info": [
            {"string_map_data": {"First name": {"value": "Firmin"}}},
            {"string_map_data": {"First name": {"value": "Solène"}}},
            {"string_map_data": {"First name": {"value": "Yann"}}},
        ]
    },
}
X = {
    "data/personalization.js": "window.YTD.personalization.part0 = "
    + json.dumps(
        [
            {
                "p13nData": {
                    "interests": {
                        "interests": [
                            {"name": "Reliure", "isDisabled": False},
                            {"name": "Boxe", "isDisabled": True},
                        ],
                        "audienceAndAdvertisers": {
                            "numAudiences": "2",
                            "advertisers": ["@papeterie_brume"],
                        },
                    }
                }
            }
        ]
    ),
    "data/contact.js": "window.YTD.contact.part0 = "
    + json.dumps([{"contact": {"emails": ["firmin@aubrac.example"], "phoneNumbers": []}}]),
}
LINKEDIN = {
    "Inferences_about_you.csv": "Category,Type of inference,Description,Inference\n"
    "Career inferences,Freelancer,Based on your profile.,true\n"
    "Career inferences,Recruiter,Based on your profile.,No\n"
    "Career inferences,Likelihood to be a marketer,Based on a model.,0.008\n"
    "Inferred personal characteristics,Inferred gender,Based on your first name.,FEMALE\n",
    "Ad_Targeting.csv": "Member Age,Member Interests,Member Traits\n"
    "25 to 34,Cloud Computing; Reliure,Recently Switched Jobs\n",
}


def told(reader, files):
    """Kind → values of what is told, and who sees it."""
    items = list(reader(archive(files), context()))
    fields = [each for item in items if isinstance(item, Profile) for each in item.fields]
    assert {each.sight.visibility for each in fields if each.name in KINDS} <= {Visibility.ME}
    return {kind: [each.text for each in fields if each.name == kind] for kind in KINDS}, items


@pytest.mark.parametrize(
    ("reader", "files", "wanted"),
    [
        (facebook.read_archive, FACEBOOK, (["Reliure", "Café"], ["Papeterie Brume"], ["2"])),
        (instagram.read_archive, INSTAGRAM, (["Chorale", "Jardin"], ["Papeterie Brume"], ["3"])),
        (x.read_archive, X, (["Reliure"], ["@papeterie_brume"], ["1"])),
        (
            linkedin.read_archive,
            LINKEDIN,
            (
                [
                    "Freelancer",
                    "Inferred gender: FEMALE",
                    "Cloud Computing",
                    "Reliure",
                    "Recently Switched Jobs",
                ],
                [],
                [],
            ),
        ),
    ],
)
def test_an_export_tells_the_account_alone(reader, files, wanted):
    found, items = told(reader, files)
    assert tuple(found.values()) == wanted
    assert "Firmin" not in repr(items)
    assert "firmin" not in repr(items)


@given(
    st.dictionaries(st.sampled_from(sorted({**FACEBOOK, **INSTAGRAM})), JSON, max_size=3),
    st.sampled_from([facebook.read_archive, instagram.read_archive, x.read_archive]),
)
def test_no_shape_breaks_a_reader(files, reader):
    told(reader, files)


@given(JSON)
def test_no_shape_breaks_what_x_drew(value):
    script = f"window.YTD.personalization.part0 = {json.dumps([{'p13nData': value}])}"
    told(x.read_archive, {"data/personalization.js": script})
