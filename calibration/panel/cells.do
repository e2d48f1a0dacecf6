* Cells for `samspil calibrate --panel` from spells: person, start, end, from, to and covariates.
import delimited using "spells.csv", varnames(1) case(preserve) clear
local covariates mental_disorder abuse age_under_30
generate double exposure = (date(end, "YMD") - date(start, "YMD")) / 7
tempfile spells pairs moves
save `spells'
contract from to `covariates' if to != "", freq(events)
save `moves'
contract from to
save `pairs'
use `spells', clear
collapse (sum) exposure, by(from `covariates')
joinby from using `pairs'
merge 1:1 from to `covariates' using `moves', keep(master match) nogenerate
generate told = cond(missing(events), "0", cond(events < 5, "<5", string(events, "%12.0f")))
drop events _freq
rename told events
format exposure %24.0g
export delimited using "cells.csv", datafmt replace
