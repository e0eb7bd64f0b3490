"""The named things of a text: who, where, when, and the numbers that single somebody out.

- `entity`: what one thing is; its types.
- `find`: everything that needs no trained model, without overlap.
- `overlap`: of what overlaps, the best is kept.
- `named`, `trimming`, `called`: people, places and organisations of a model, merged with what was found before.
- `sight`: a text as the recognizers see it: cheap looks decide which of them read it at all.
- `contact`, `phones`: addresses of mail and web, handles, telephone numbers.
- `numbers`, `papers`: cards, accounts, machines, money; numbers of identity, plates, files.
- `dates`, `spelled`, `moments`, `ages`: days in figures, in words, told from today; ages.
- `people`, `places`: titles and the words for nations, faiths and parties; countries, towns after a cue.
- `address`, `cores`, `streets`, `tails`, `towns`, `codes`: postal addresses of many countries.
"""
