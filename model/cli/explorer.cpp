#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "model/cli/console.hpp"
#include "model/cli/explorer_server.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/io/output_file.hpp"
#include "model/words/problem.hpp"
#include "samspil_build_info.hpp"

namespace samspil::cli {
namespace {

namespace fs = std::filesystem;

/// The page as a folder of static files for any web server, and the same in one file.
constexpr const char* folder_name = "explorer";
constexpr std::array<const char*, 7> pages{"index.html", "explorer.css", "explorer.js", "data.js",
                                           "worker.js",  "model.bin",    "start.bin"};
constexpr const char* one_page = "explorer.html";

using Files = std::vector<std::pair<std::string, std::string>>;

Files read_all(const fs::path& folder, std::span<const char* const> names) {
  Files files;
  for (const char* name : names) {
    std::ifstream stream{folder / name, std::ios::binary};
    if (!stream) throw Failure{{"explorer.not_built"}};
    files.emplace_back(name, std::string{std::istreambuf_iterator<char>{stream}, {}});
  }
  return files;
}

/// Where `./dev explorer` or the installation has put them.
fs::path built_folder() {
  for (const fs::path& folder : {shipped_folder().parent_path() / "explorer",
                                 fs::path{build_info::source_dir} / "build" / "explorer"}) {
    std::error_code ignored;
    if (fs::exists(folder / folder_name / pages.front(), ignored)) return folder;
  }
  throw Failure{{"explorer.not_built"}};
}

/// Before anything is read.
void require_room(const ExplorerOptions& options) {
  std::vector<std::string> names{one_page};
  for (const char* page : pages) names.push_back((fs::path{folder_name} / page).string());
  Outputs outputs;
  outputs.add_folder("--out", options.out, names, FileKind::input);
  outputs.require_writable(options.force);
}

void write_out(const ExplorerOptions& options, const fs::path& built) {
  const fs::path out{options.out};
  write_all(out, read_all(built, std::array{one_page}));
  write_all(out / folder_name, read_all(built / folder_name, pages));
  print(say(options.language, "explorer.written", (out / one_page).string(),
            (out / folder_name).string()) +
        '\n');
  require_printed();
}

}  // namespace

int explorer(const ExplorerOptions& options) {
  if (!options.out.empty()) require_room(options);
  const fs::path built = built_folder();
  if (!options.out.empty()) write_out(options, built);
  if (!options.out.empty() && !options.serve) return 0;
  ExplorerServer server{read_all(built / folder_name, pages)};
  print(say(options.language, "explorer.serving", server.address()) + '\n');
  require_printed();
  server.serve(stop_asked);
  return 0;
}

}  // namespace samspil::cli
