window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id_str": "1001",
      "created_at": "Tue Sep 24 19:30:00 +0000 2024",
      "full_text": "Encore un samedi de garde à la clinique, l&#39;équipe est à bout",
      "entities": {
        "user_mentions": []
      }
    }
  },
  {
    "tweet": {
      "id_str": "1002",
      "created_at": "Sun Sep 29 07:10:00 +0000 2024",
      "full_text": "RT @harpe_exemple: stage de harpe celtique &amp; chant à Carhaix",
      "entities": {
        "user_mentions": [
          {
            "name": "Harpe",
            "screen_name": "harpe_exemple"
          }
        ]
      }
    }
  }
]
