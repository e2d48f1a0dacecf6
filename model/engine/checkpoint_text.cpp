#include "model/engine/checkpoint_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "model/core/checksum.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::string_view first_line = "checkpoint 1";
constexpr std::string_view any_first_line = "checkpoint ";
constexpr std::string_view last_line = "checksum ";

struct Torn {};  ///< The text is not of the form; told by who knows the file's name.

template <class Number>
void append_number(std::string& text, Number number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(" ").append(digits.data(), end);
}

template <class Numbers>
void append_line(std::string& text, std::string_view name, const Numbers& numbers) {
  text.append(name);
  for (const auto number : numbers) append_number(text, number);
  text += '\n';
}

void append_blocks(std::string& text, const std::vector<std::uint8_t>& finished) {
  text += "finished";
  for (std::size_t begin = 0; begin < finished.size(); ++begin) {
    if (finished[begin] == 0) continue;
    std::size_t last = begin;
    while (last + 1 < finished.size() && finished[last + 1] != 0) ++last;
    append_number(text, begin);
    if (last > begin) text.append("-").append(std::to_string(last));
    begin = last;
  }
  text += '\n';
}

/// Reads line by line; whatever is not as written throws Torn.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_{text} {}

  bool is_at(std::string_view name) const {
    return rest_.starts_with(name) && rest_.size() > name.size() &&
           (rest_[name.size()] == ' ' || rest_[name.size()] == '\n');
  }
  std::string_view next() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) throw Torn{};
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  /// What follows `name` on the next line, each with a blank before it.
  std::string_view after(std::string_view name) {
    if (!is_at(name)) throw Torn{};
    return next().substr(name.size());
  }
  bool is_over() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

template <class Number>
Number take_number(std::string_view& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) throw Torn{};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

template <class Number>
std::vector<Number> numbers_of(std::string_view text) {
  std::vector<Number> numbers;
  while (!text.empty()) {
    if (text.front() != ' ') throw Torn{};
    text.remove_prefix(1);
    numbers.push_back(take_number<Number>(text));
  }
  return numbers;
}

std::vector<std::uint8_t> blocks_in(std::string_view text, std::uint64_t blocks) {
  std::vector<std::uint8_t> finished(blocks);
  while (!text.empty()) {
    if (text.front() != ' ') throw Torn{};
    text.remove_prefix(1);
    const auto begin = take_number<std::uint64_t>(text);
    std::uint64_t last = begin;
    if (text.starts_with('-')) {
      text.remove_prefix(1);
      last = take_number<std::uint64_t>(text);
    }
    if (last < begin || last >= blocks) throw Torn{};
    std::fill(finished.begin() + static_cast<std::ptrdiff_t>(begin),
              finished.begin() + static_cast<std::ptrdiff_t>(last) + 1, std::uint8_t{1});
  }
  return finished;
}

/// What no run divides by, and no more blocks than a run of this program could hold.
void require_sizes(const PlanNumbers& plan) {
  constexpr std::uint64_t most_units = std::uint64_t{1} << 40, most_blocks = std::uint64_t{1} << 28;
  if (plan.size() != 6 || plan[1] == 0 || plan[2] == 0) throw Torn{};
  if (plan[0] > most_units || plan[1] > most_units || blocks_of(plan) > most_blocks) throw Torn{};
}

CheckpointText parsed(std::string_view text) {
  const std::size_t end = text.rfind(last_line);
  if (end == std::string_view::npos ||
      text.substr(end) != std::string{last_line} + hexadecimal(fnv1a(text.substr(0, end))) + '\n') {
    throw Torn{};
  }
  CheckpointText found;
  Lines lines{text.substr(0, end)};
  lines.next();
  while (!lines.is_at("plan")) {
    const std::string_view line = lines.next();
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) throw Torn{};
    found.inputs.emplace_back(line.substr(0, blank), line.substr(blank + 1));
  }
  found.plan = numbers_of<std::uint64_t>(lines.after("plan"));
  const auto first_draw = numbers_of<std::uint32_t>(lines.after("first_draw"));
  if (first_draw.size() != 1) throw Torn{};
  require_sizes(found.plan);
  RunState& state = found.state;
  state.first_draw = first_draw.front();
  state.finished = blocks_in(lines.after("finished"), blocks_of(found.plan));
  state.taken = numbers_of<std::int64_t>(lines.after("taken"));
  while (!lines.is_over()) state.draws.push_back(numbers_of<std::int64_t>(lines.after("draw")));
  if (state.draws.size() != draws_of(found.plan, state.first_draw)) throw Torn{};
  for (const Integers& draw : state.draws) {
    if (draw.size() != found.plan[5]) throw Torn{};
  }
  return found;
}

}  // namespace

std::uint64_t blocks_of(const PlanNumbers& plan) noexcept {
  return (plan[0] + plan[1] - 1) / plan[1];
}

std::uint32_t draws_of(const PlanNumbers& plan, std::uint32_t first_draw) noexcept {
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(plan[3], plan[2] - std::min<std::uint64_t>(first_draw, plan[2])));
}

std::string written(const CheckpointText& checkpoint) {
  std::string text{first_line};
  text += '\n';
  for (const auto& [name, value] : checkpoint.inputs) {
    text.append(name).append(" ").append(value).append("\n");
  }
  append_line(text, "plan", checkpoint.plan);
  append_line(text, "first_draw", std::array{checkpoint.state.first_draw});
  append_blocks(text, checkpoint.state.finished);
  append_line(text, "taken", checkpoint.state.taken);
  for (const Integers& draw : checkpoint.state.draws) append_line(text, "draw", draw);
  const std::string checksum = hexadecimal(fnv1a(text));
  return text.append(last_line).append(checksum).append("\n");
}

CheckpointText read_checkpoint(const std::string& file, const std::string& text) {
  const auto refuse = [&](Key problem, Key remedy) {
    return InputError{Problem{file, 0, "", {problem}, {remedy}}};
  };
  const std::string_view first{text.data(), std::min(text.find('\n'), text.size())};
  if (!first.starts_with(any_first_line)) {
    throw refuse("fault.no_checkpoint", "remedy.checkpoint");
  }
  if (first != first_line) {
    throw refuse("fault.checkpoint_version", "remedy.begin_anew");
  }
  try {
    return parsed(text);
  } catch (const Torn&) {
    throw refuse("fault.checkpoint_torn", "remedy.begin_anew");
  }
}

}  // namespace samspil
