window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Ergo à Angers, harpiste le soir",
        "website": "https://harpe-et-mains.example/",
        "location": "Angers"
      }
    }
  }
]
