#include "model/render/workbook.hpp"

#include "model/pages/workbook_case.hpp"
#include "model/pages/workbook_family.hpp"
#include "model/pages/workbook_run.hpp"
#include "model/render/xlsx.hpp"

namespace samspil {

std::string case_workbook(const Json& document, const std::string& file, Language language) {
  return as_xlsx(case_sheets(document, file, language));
}

std::string run_workbook(const Json& document, const std::string& file, Language language) {
  return as_xlsx(run_sheets(document, file, language));
}

std::string family_workbook(const Json& document, Language language) {
  return as_xlsx(family_sheets(document, language));
}

}  // namespace samspil
