"""What is said: recognizers written as lists of cues, in `rules/recognizers/`.

phrase   a cue as written → a pattern, and the words without which it cannot occur
recognizer   what a file of `rules/recognizers/` holds
load     the files, checked
slots    the name, place, date … that stands beside a cue
stance   is it claimed: by whom, denied, wished, quoted, joked, advertised
find     all cues in one passage
"""
