window.YTD.protected_history.part0 = [
  {
    "protectedHistory": {
      "protectedAt": "2019-02-03T10:00:00.000Z",
      "action": "Unprotect"
    }
  }
]
