"""How made pages are written: as many manners as there are sites, none of them a template of ours."""
