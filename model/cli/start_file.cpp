#include "model/cli/start_file.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/cli/console.hpp"
#include "model/core/checksum.hpp"
#include "model/families/pool_parts.hpp"
#include "model/inputs/input_list.hpp"
#include "model/io/output_file.hpp"
#include "model/loading/load.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

/// All that the starting families depend on, strategies and terms left out. The build is among it,
/// because the people lie in the file as they lie in memory.
std::string identity_of(const Scenario& scenario) {
  std::uint64_t inputs = fnv1a("");
  const auto add = [&inputs](std::string_view text) { inputs = fnv1a_of_text(text, inputs); };
  for (const std::string* text :
       {&scenario.population.text, &scenario.parameter_table.text, &scenario.catalogue.text,
        &scenario.catalogue.rules_text, &scenario.catalogue.rates.text,
        &scenario.catalogue.indices.text}) {
    add(*text);
  }
  for (const Input& input : input_list(scenario)) {  // those of the scenario's own
    if (input.quantity.grade == Grade::own && input.reach != Reach::strategy) {
      add(fmt::format("{} {}", input.name, input.quantity.value));
    }
  }
  for (const bool is_on : scenario.mechanisms) add(is_on ? "on" : "off");
  const Law& law = scenario.catalogue.law;
  add(fmt::format("{} {} {} {} {}", scenario.seed, law.year, index_of(law.health),
                  index_of(law.rollout), scenario.catalogue.price_level));
  return fmt::format("samspil start 1\nprogram: {}\ninputs: {}\n", this_build(),
                     hexadecimal(inputs));
}

std::string content_of(const std::string& identity, const std::string& bytes) {
  return fmt::format("{}checksum: {}\n\n", identity, hexadecimal(fnv1a(bytes))) + bytes;
}

/// The bytes of the families, or nothing where there is no file.
std::string read_bytes(const std::string& file, const Scenario& scenario) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return "";
  std::ifstream stream{file, std::ios::binary};
  const std::string content{std::istreambuf_iterator<char>{stream}, {}};
  const auto refuse = [&](Key problem) {
    return InputError{Problem{file, 0, "--start", {problem}, {"remedy.other_start"}}};
  };
  const std::string identity = identity_of(scenario);
  if (!content.starts_with("samspil start ")) throw refuse("fault.no_start");
  if (!content.starts_with(identity)) {
    throw refuse("fault.other_start");
  }
  const std::size_t head = content.find("\n\n");
  if (head == std::string::npos) throw refuse("fault.torn");
  std::string bytes = content.substr(head + 2);
  if (content != content_of(identity, bytes)) throw refuse("fault.torn_or_altered");
  return bytes;
}

}  // namespace

std::optional<Pool> read_start(const std::string& file, const Scenario& scenario, Ranks& ranks) {
  const std::string bytes =
      ranks.from_root([&] { return read_bytes(file, scenario); }, code_of_fault);
  if (bytes.empty()) return std::nullopt;
  return pool_of(bytes);
}

void write_start(const std::string& file, const Scenario& scenario, const Pool& pool) {
  write_whole(file, content_of(identity_of(scenario), bytes_of(pool)));
}

}  // namespace samspil::cli
