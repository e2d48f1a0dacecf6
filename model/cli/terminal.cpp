#include "model/cli/terminal.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "model/core/shown_text.hpp"
#include "model/core/unusable_isa.hpp"
#include "model/render/text.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

volatile std::sig_atomic_t signal_caught = 0;

void on_signal(int signal) { signal_caught = signal; }

int why_not_printed = 0;  ///< errno of the first write to stdout that failed.

/// As it is: the bar moves on the terminal. What cannot be written is dropped.
void put_on_stderr(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

Problem fault_of_isa(const UnusableIsa& isa) {
  const bool is_known = isa.is_known();
  return {"SAMSPIL_ISA",
          0,
          isa.wanted(),
          {is_known ? Key{"fault.machine_lacks"} : Key{"fault.no_vector_path"}},
          is_known ? Message::as_is("portable") : Message{"remedy.portable_or_avx2"}};
}

/// Says how far the work is, no oftener than it helps.
class ProgressPrinter {
 public:
  explicit ProgressPrinter(Language language)
      : language_{language}, is_terminal_{isatty(STDERR_FILENO) == 1} {}
  ProgressPrinter(const ProgressPrinter&) = delete;
  ProgressPrinter& operator=(const ProgressPrinter&) = delete;
  ~ProgressPrinter() {
    if (is_terminal_ && has_printed_) put_on_stderr("\r\033[K");
  }

  void show(double share, std::string_view stage) {
    const int step = static_cast<int>(share * (is_terminal_ ? 100 : 4));
    if (stage == stage_ && step == step_) return;
    stage_ = stage;
    step_ = step;
    if (is_terminal_) {
      constexpr int width = 40;
      const auto done = static_cast<std::size_t>(share * width);
      put_on_stderr(fmt::format("\r\033[K[{:<{}}] {:3.0f} % {}", std::string(done, '#'), width,
                                100 * share, label(language_, "stage", stage)));
    } else {
      put_on_stderr(fmt::format("{} {:.0f} %\n", label(language_, "stage", stage), 100 * share));
    }
    has_printed_ = true;
  }

 private:
  Language language_;
  bool is_terminal_;
  bool has_printed_ = false;
  std::string stage_;
  int step_ = -1;
};

/// The encoding that the user's system names; "" where it names none.
std::string encoding_of_system() {
  // A locale that is not installed has only its name to tell by.
  const locale_t locale = ::newlocale(LC_CTYPE_MASK, "", nullptr);
  if (locale != nullptr) {
    std::string name = ::nl_langinfo_l(CODESET, locale);
    ::freelocale(locale);
    return name;
  }
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view name{value};
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return "";
    return std::string{name.substr(dot + 1, name.find('@') - dot - 1)};
  }
  return "";
}

}  // namespace

void open_missing_streams() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    // The lowest free number is given, which is that of the stream. Opened for reading alone.
    if (::fcntl(descriptor, F_GETFD) < 0) [[maybe_unused]]
      const int opened = ::open("/dev/null", O_RDONLY);
  }
}

void watch_for_interruption() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  if (std::signal(SIGHUP, SIG_IGN) != SIG_IGN) std::signal(SIGHUP, on_signal);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

int stop_asked() { return signal_caught; }

void tell(std::string_view line) { put_on_stderr(shown(line) + '\n'); }

void tell_fault(const std::exception& error, Language language) {
  if (const auto* isa = dynamic_cast<const UnusableIsa*>(&error)) {
    return tell_fault(InputError{fault_of_isa(*isa)}, language);
  }
  tell("samspil: " + text_of(error, language));
}

void print(std::string_view text) {
  const std::string page = shown_page(text);
  errno = 0;
  if (std::fwrite(page.data(), 1, page.size(), stdout) == page.size()) return;
  if (why_not_printed == 0) why_not_printed = errno;
}

std::size_t columns_of_stdout() {
  constexpr std::size_t fewest = 40, most = 500;
  if (isatty(STDOUT_FILENO) != 1) return page_width;
  std::size_t columns = 0;
  if (const char* said = std::getenv("COLUMNS")) columns = std::strtoul(said, nullptr, 10);
  winsize size{};
  if (columns == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns == 0 ? page_width : std::clamp(columns, fewest, most);
}

void require_printed() {
  errno = 0;
  if (std::fflush(stdout) != 0 && why_not_printed == 0) why_not_printed = errno;
  if (why_not_printed == 0 && std::ferror(stdout) == 0) return;
  if (why_not_printed == EPIPE) throw ReaderGone{std::strerror(EPIPE)};
  throw Failure{{"fault.stdout", system_reason(why_not_printed == 0 ? EIO : why_not_printed)}};
}

Progress progress_on_stderr(Language language) {
  return [printer = std::make_shared<ProgressPrinter>(language)](double share, const char* stage) {
    printer->show(share, stage);
  };
}

void warn_of_encoding(Language language) {
  const std::string name = encoding_of_system();
  std::string letters;  // "utf8" and "UTF-8" are one
  for (const char c : name) {
    if (c != '-' && c != '_') letters += static_cast<char>(std::toupper(c));
  }
  // Where nothing is said of letters beyond ASCII (LC_ALL=C) there is nothing to warn of.
  const bool is_unsaid = letters.empty() || letters == "ANSIX3.41968" || letters == "USASCII";
  if (is_unsaid || letters == "UTF8") return;
  tell(say(language, "run.encoding_warning", name));
}

}  // namespace samspil::cli
