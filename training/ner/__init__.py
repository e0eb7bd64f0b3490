"""Trains and packs the model that finds persons, places and organisations: `data/ner`."""
