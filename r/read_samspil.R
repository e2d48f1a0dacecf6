# Reads the tables that `samspil run … --csv FOLDER` wrote, with base R alone:
#   results <- read_samspil("FOLDER")
#   own <- subset(results$cashable, strategy == "sammen_om_familien" & effect_level == "centre" &
#                   payer == "municipality")
#   aggregate(net_result_kr ~ department + year, own, sum)
# A table has rows of every strategy, effect level and payer: a sum over them means nothing.
# Missing cells are NA; attr(table, "units") tells what a column counts; amounts are doubles.
read_samspil <- function(folder) {
  files <- list.files(folder, pattern = "\\.csv$", full.names = TRUE)
  if (length(files) == 0) stop(folder, ": holds no table of samspil")
  read_one <- function(file) {
    table <- read.csv(file, na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8",
                      check.names = FALSE)
    endings <- c("kr$" = "kr.", "hours$" = "hours", "share$" = "share", "^year$" = "calendar year",
                 "^count$" = "people, days, hours or weeks, by the outcome")
    units <- character(0)
    for (column in names(table)) {
      for (ending in names(endings)) {
        if (grepl(ending, column) && is.numeric(table[[column]])) {
          units[column] <- endings[[ending]]
        }
      }
      if (all(table[[column]] %in% c("yes", "no", NA)) && is.character(table[[column]])) {
        table[[column]] <- table[[column]] == "yes"
      }
    }
    attr(table, "units") <- units
    table
  }
  tables <- lapply(files, read_one)
  names(tables) <- sub("\\.csv$", "", basename(files))
  tables
}
