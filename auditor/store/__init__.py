"""What a case keeps: the only door between the rooms and the disk.

Without a vault an audit holds everything in memory and leaves only the report asked for and the
`judgements.yml` that people write. With one (`auditor vault create`) whatever is derived lives in
`vault/`, encrypted. The rooms never know which: both ways answer to `keep.Keep`.
"""
