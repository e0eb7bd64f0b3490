"""Official exports, one module a network: `read` for the bytes, `read_archive` for a folder."""
