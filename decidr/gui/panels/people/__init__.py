"""People & views: who judges, how far they agree, and with whose eyes the study is seen."""
