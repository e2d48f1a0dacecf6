# Cells for `samspil calibrate --panel` from spells: person, start, end, from, to and covariates.
covariates <- c("mental_disorder", "abuse", "age_under_30")
spells <- read.csv("spells.csv", na.strings = "")
spells$exposure <- as.numeric(as.Date(spells$end) - as.Date(spells$start)) / 7
risk <- aggregate(spells["exposure"], spells[c("from", covariates)], sum)
moves <- aggregate(list(events = spells$to), spells[c("from", "to", covariates)], length)
cells <- merge(merge(risk, unique(moves[c("from", "to")])), moves, all.x = TRUE)
cells$events[is.na(cells$events)] <- 0
cells$events <- ifelse(cells$events %in% 1:4, "<5", cells$events)
write.csv(cells, "cells.csv", row.names = FALSE, quote = FALSE)
