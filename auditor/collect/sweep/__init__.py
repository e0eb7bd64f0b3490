"""Does an account with my handle exist where I forgot it? Sites are asked, never more than politely.

The handles are those of the mandate and no others; what a site shows beyond "there is one" or
"there is none" is not read.
"""
