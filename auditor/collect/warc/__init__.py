"""Web archives (WARC, ARC, WACZ): pages as a browser or a crawler kept them."""
