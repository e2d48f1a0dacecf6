#include "tests/golden/printed.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <map>

#include "samspil_build_info.hpp"

namespace samspil::test {
namespace {

namespace fs = std::filesystem;

/// The program as it is installed, with the frozen files in the place of those that are shipped.
class Installation {
 public:
  Installation() {
    std::string pattern = (fs::temp_directory_path() / "samspil_golden_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    const fs::path bin = folder_ / "bin";
    const fs::path share = (bin / build_info::scenarios_from_program).lexically_normal();
    fs::create_directories(bin);
    fs::create_directories(share.parent_path());
    fs::copy_file(SAMSPIL_PROGRAM, bin / "samspil");
    fs::create_directory_symlink(fs::path{build_info::source_dir} / "tests/simulation/frozen",
                                 share);
  }
  Installation(const Installation&) = delete;
  Installation& operator=(const Installation&) = delete;
  ~Installation() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  Outcome run(const std::string& words) const {
    Outcome all = shell_in(folder_, "COLUMNS=80 bin/samspil " + words + " </dev/null");
    mask(all.out);
    mask(all.err);
    return all;
  }
  std::string written(const std::string& name) const {
    EXPECT_TRUE(fs::exists(folder_ / name)) << name;
    std::string text = bytes_of(folder_ / name);
    mask(text);
    return text;
  }

 private:
  /// Where it is installed is another folder each time.
  void mask(std::string& text) const {
    const std::string own = folder_.string();
    for (std::size_t at = 0; (at = text.find(own, at)) != std::string::npos;) {
      text.replace(at, own.size(), "PREFIX");
    }
  }

  fs::path folder_;
};

const Installation& installation() {
  static const Installation made;
  return made;
}

std::string in_language(const std::string& words, Language language) {
  return words + (language == Language::da ? " --lang da" : " --lang en");
}

void prepare(const Screen& screen) {
  if (screen.first.empty()) return;
  EXPECT_EQ(printed(screen.first).exit, 0) << printed(screen.first).err;
}

}  // namespace

const Outcome& printed(const std::string& words) {
  static std::map<std::string, Outcome> all;
  const auto found = all.find(words);
  if (found != all.end()) return found->second;
  return all.emplace(words, installation().run(words)).first->second;
}

const Outcome& printed(const std::string& words, Language language) {
  return printed(in_language(words, language));
}

const Outcome& printed(const Screen& screen, Language language) {
  prepare(screen);
  return printed(screen.words, language);
}

Json document_of(const Screen& screen) {
  prepare(screen);
  return document_of(screen.json);
}

Json document_of(const std::string& words) {
  const Outcome& all = printed(words);
  EXPECT_EQ(all.exit, 0) << words << '\n' << all.err;
  Json document = Json::parse(all.out, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << words;
  return document;
}

std::string written(const std::string& name) { return installation().written(name); }

const std::vector<Screen>& screens() {
  static const std::string matters = "run one --what-matters --out matters.h5";
  static const std::string family = "family examples/family_strategy";
  static const std::string against = family + " --against examples/family_baseline";
  static const std::string draws = "run small --draws 3 --replicates 2";
  static const std::string cohort = "run one --cohort 20 --draws 2 --out cohort.h5";
  static const std::string panel =
      "calibrate --panel " + std::string{build_info::source_dir} + "/calibration/panel/example.csv";
  static const std::string fit =
      "calibrate " + std::string{build_info::source_dir} + "/tests/golden/calibration/";
  static const std::vector<Screen> all{
      {"run", "run small", "run small --json"},
      {"run_detail", "run one --detail", "run one --detail --json"},
      {"run_all", "run small --all", "run small --all --json"},
      {"run_draws", draws, draws + " --json"},
      {"run_terms", "run terms", "run terms --json"},
      {"run_matters", "report matters.h5", "report matters.h5 --json", matters},
      {"run_cohort", "report cohort.h5", "report cohort.h5 --json", cohort},
      {"run_cohort_detail", "report cohort.h5 --detail", "", cohort},
      {"population", "population small", "population small --json"},
      {"flows", "population small --flows", "population small --flows --json"},
      {"case", "case examples/case --detail --draws 200", "case examples/case --draws 200 --json"},
      {"case_certain", "case examples/case_certain", "case examples/case_certain --json"},
      {"family", family, family + " --json"},
      {"family_against", against, against + " --json"},
      {"study_furesoe", "study furesoe --cohorts 2", "study furesoe --cohorts 2 --json"},
      {"study_jammerbugt", "study jammerbugt --cohorts 2", "study jammerbugt --cohorts 2 --json"},
      {"study_randers", "study randers --cohorts 2", "study randers --cohorts 2 --json"},
      {"study_en_plan", "study en_plan --cohorts 2", "study en_plan --cohorts 2 --json"},
      {"contrast", "contrast small --detail", "contrast small --json"},
      {"contrast_potential", "contrast small --potential", "contrast small --potential --json"},
      {"panel", panel, panel + " --json"},
      {"calibration", fit + "smoother.toml --detail", fit + "smoother.toml --json"},
      {"calibration_importance", fit + "importance.toml", fit + "importance.toml --json"},
      {"optimum", fit + "optimum.toml", fit + "optimum.toml --json"},
      {"check", "check small"},
      {"check_faulty", "check faulty"},
      {"explain_number", "explain placement_reentry"},
      {"explain_label", "explain kontanthjælp"},
      {"explain_two", "explain familiens_fremtid familien_paa_vej"},
      {"help", "--help"}};
  return all;
}

const std::vector<Document>& documents() {
  static const std::vector<Document> all{
      {"run", "run one --json"},
      {"population", "population small --json"},
      {"flows", "population small --flows --json"},
      {"case", "case examples/case --draws 200 --json"},
      {"family", "family examples/family_strategy --against examples/family_baseline --json"},
      {"study_en_plan", "study en_plan --cohorts 2 --json"},
      {"contrast", "contrast small --json"},
      {"contrast_potential", "contrast small --potential --json"}};
  return all;
}

}  // namespace samspil::test
