window.YTD.account.part0 = [
  {
    "account": {
      "email": "enora@vaucouleur.example",
      "username": "enora_vcl_ex",
      "accountId": "900001",
      "createdAt": "2011-04-02T10:00:00.000Z",
      "accountDisplayName": "Énora"
    }
  }
]
