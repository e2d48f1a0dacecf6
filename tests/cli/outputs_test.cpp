// What stands where a command is asked to write: no output eats an input, another output, or
// what somebody else has made. Every output of every command meets every fault.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

#include "samspil_build_info.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

namespace fs = std::filesystem;

struct Command {
  std::string words;
  std::string input;                 ///< A file that it reads, or none.
  std::vector<std::string> files;    ///< Options that name a file that it writes.
  std::vector<std::string> folders;  ///< Those that name a folder that it writes into.

  std::vector<std::string> outputs() const {
    std::vector<std::string> all = files;
    all.insert(all.end(), folders.begin(), folders.end());
    return all;
  }
};
enum class Outputs { all, files, folders };

const std::vector<Command>& commands() {
  static const std::vector<std::string> of_run{"--out", "--checkpoint", "--microdata", "--start"};
  static const std::vector<std::string> tables_and_page{"--csv", "--report"};
  static const std::vector<Command> all{
      {"run small.toml", "small.toml", of_run, tables_and_page},
      {"run small.toml", "people.toml", of_run, tables_and_page},
      {"run small.toml", "own.toml", of_run, tables_and_page},
      {"run small.toml", "ground.toml", of_run, tables_and_page},
      {"run stored.h5", "stored.h5", of_run, tables_and_page},
      {"report stored.h5", "stored.h5", {"--xlsx"}, {"--out", "--csv"}},
      {"population small.toml", "small.toml", {"--out"}, {}},
      {"population people.toml", "people.toml", {"--out"}, {}},
      {"family family.toml", "family.toml", {"--xlsx"}, {"--csv"}},
      {"case case.toml", "case.toml", {"--xlsx"}, {"--csv"}},
      {"calibrate fit.toml", "fit.toml", {"--out", "--table"}, {}},
      {"calibrate fit.toml", "targets.csv", {"--out", "--table"}, {}},
      {"calibrate --panel spells.csv", "spells.csv", {"--out"}, {}},
      {"contrast small.toml", "small.toml", {"--case"}, {}},
      {"contrast small.toml", "people.toml", {"--case"}, {}},
      {"new case", "", {"--xlsx"}, {}},
      {"explorer", "", {}, {"--out"}}};
  return all;
}

class OutputPaths : public Program {
 protected:
  OutputPaths() {
    write("ground.toml", shipped("strategies/sammen_om_familien.toml",
                                 "id = \"sammen_om_familien\"", "id = \"ground\""));
    write("own.toml",
          "id = \"own\"\nbase = \"ground.toml\"\n"
          "title_da = \"Egen\"\ntitle_en = \"Own\"\n");
    write("small.toml", small_scenario("strategies", "strategies = [\"own.toml\"]"));
    write("family.toml", shipped("examples/family_baseline.toml", "[", "["));
    write("case.toml", shipped("examples/case.toml", "[", "["));
    write("fit.toml",
          "scenario = \"small.toml\"\ntargets = \"targets.csv\"\npriors = \"priors.csv\"\n"
          "members = 3\nupdates = 1\n[size]\ncandidates = 300\nfamilies = 40\n");
    write("targets.csv",
          "target,use,form,value,error,count,n,unit,rule,cohort,group,comparison,title_en,"
          "title_da,source\n"
          "a,calibrate,normal,4,0.5,,,percent,flow.placement_entry,c,,none,Placed,Anbragte,S\n");
    write("priors.csv",
          "inputs,use,group,correlation,direction,low,high,data,source\n"
          "lawful_days,fit,,,,,,school,S\n");
    fs::copy_file(fs::path{build_info::source_dir} / "calibration/panel/example.csv",
                  folder_ / "spells.csv");
    write("foreign", "my own notes\n");
    write("foreign.h5", "\x89HDF\r\n\x1a\n and what another program wrote");
    write("tables/cells.csv", "a,b\n1,2\n");
  }

  /// As the program's own help lists them.
  std::vector<std::string> all_commands() const {
    std::vector<std::string> all;
    bool are_listed = false;
    for (const std::string& line : lines_of(run("--help").out)) {
      if (are_listed && line.starts_with("  ") && line[2] != ' ') {
        all.push_back(line.substr(2, line.find(' ', 2) - 2));
      }
      are_listed = are_listed || line == "Subcommands:";
    }
    return all;
  }

  /// Everything below the folder, with what stands in it and where links lead.
  std::map<std::string, std::string> content() const {
    std::map<std::string, std::string> found;
    for (const std::string& name : files()) {
      const fs::path path = folder_ / name;
      if (fs::is_symlink(path)) {
        found[name] = "-> " + fs::read_symlink(path).string();
      } else if (fs::is_regular_file(path)) {
        found[name] = read(name);
      } else {
        found[name] = std::to_string(static_cast<int>(fs::status(path).type()));
      }
    }
    return found;
  }

  void expect_refused(const std::string& words, const std::string& part) const {
    const auto before = content();
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words << '\n' << outcome.err;
    EXPECT_EQ(outcome.out, "") << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << words << '\n' << outcome.err;
    EXPECT_NE(outcome.err.find(part), std::string::npos) << words << '\n' << outcome.err;
    EXPECT_EQ(outcome.err.find("making"), std::string::npos) << "after work was begun";
    EXPECT_EQ(content(), before) << words;
  }
  void expect_each_refused(const std::string& path, const std::string& part,
                           Outputs which = Outputs::all) const {
    for (const Command& command : commands()) {
      for (const std::string& output : which == Outputs::files     ? command.files
                                       : which == Outputs::folders ? command.folders
                                                                   : command.outputs()) {
        expect_refused(command.words + " " + output + " '" + path + "'", part);
      }
    }
  }
  void make_stored() const {
    ASSERT_EQ(run("run small.toml --families 40 --years 1 --out stored.h5").exit, 0);
  }
};

TEST_F(OutputPaths, ThatAreEmptyNameNothing) {
  make_stored();
  expect_each_refused("", "is empty; give a name");
  for (const char* words :
       {"run ''", "population ''", "study ''", "family ''", "case ''", "check ''",
        "explain --scenario ''", "explain --diff '' ''", "family small.toml --against ''"}) {
    expect_refused(words, "is empty; give a name");
  }
}

TEST_F(OutputPaths, ThatAreNoRegularFilesAreLeftAsTheyAre) {
  make_stored();
  fs::create_directory(folder_ / "folder");
  expect_each_refused("folder", "it is a folder", Outputs::files);
  expect_each_refused("none/", "it is a folder", Outputs::files);
  ASSERT_EQ(shell("mkfifo pipe && ln -s pipe link").exit, 0);
  for (const char* pipe : {"pipe", "./pipe", "link"}) {
    expect_each_refused(pipe, "it is a pipe", Outputs::files);
    expect_each_refused(pipe, "is no folder", Outputs::folders);
  }
  expect_each_refused("foreign", "is no folder", Outputs::folders);
  expect_each_refused("foreign/in", "is no folder", Outputs::folders);
  ASSERT_EQ(shell("mkdir held && mkfifo held/cells.csv").exit, 0);
  expect_refused("run small.toml --csv held", "it is a pipe");
  ASSERT_EQ(shell("mkfifo save.checkpoint-part").exit, 0);
  expect_refused("run small.toml --checkpoint save", "it is a pipe");
  for (const char* pipe : {"p.h5.members", "q.h5.members.checkpoint-part"}) {
    ASSERT_EQ(shell(std::string{"mkfifo "} + pipe).exit, 0);
    const std::string posterior{pipe, 4};
    expect_refused("calibrate fit.toml --out " + posterior, "it is a pipe");
  }
}

TEST_F(OutputPaths, ThatAreDevicesAreLeftAsTheyAre) {
  // Never the machine's own: one that is eaten is missed by every other program.
  if (shell("mknod null c 1 3").exit != 0) GTEST_SKIP() << "no device may be made here";
  make_stored();
  expect_each_refused("null", "it is a device", Outputs::files);
  expect_each_refused("null", "is no folder", Outputs::folders);
  EXPECT_TRUE(fs::is_character_file(folder_ / "null"));
}

TEST_F(OutputPaths, ThatCannotBeWrittenAreToldBeforeWorkBegins) {
  make_stored();
  expect_each_refused("nowhere/file", "there is no folder nowhere", Outputs::files);
  ASSERT_EQ(shell("ln -s nowhere/file dangling").exit, 0);
  expect_each_refused("dangling", "there is no folder nowhere", Outputs::files);
  ASSERT_EQ(shell("cp stored.h5 fixed.h5 && chmod a-w fixed.h5").exit, 0);
  expect_refused("run small.toml --out fixed.h5", "is read-only");
  if (geteuid() == 0) return;  // root may write everywhere
  ASSERT_EQ(shell("mkdir closed && chmod a-w closed").exit, 0);
  expect_each_refused("closed/file", "Permission denied");
}

TEST_F(OutputPaths, ThatAreInputsAreLeftAsTheyAreWhateverTheyAreCalled) {
  make_stored();
  for (const Command& command : commands()) {
    if (command.input.empty()) continue;
    fs::remove_all(folder_ / "elsewhere");
    ASSERT_EQ(shell("rm -f hard soft && mkdir elsewhere && ln " + command.input +
                    " hard && ln -s " + command.input + " soft")
                  .exit,
              0);
    for (const std::string& output : command.files) {
      for (const std::string& name :
           {command.input, "./" + command.input, "elsewhere/../" + command.input,
            std::string{"hard"}, std::string{"soft"}, (folder_ / command.input).string()}) {
        expect_refused(command.words + " --force " + output + " " + name, "is an input too");
      }
    }
  }
  // One of the tables is an input.
  write("own/prices.csv", shipped("prices/2022.csv", ",week,3361,", ",week,3600,"));
  write("small.toml", small_scenario("prices", "prices = \"own/prices.csv\""));
  expect_refused("run small.toml --force --csv own", "is an input too");
  expect_refused("run small.toml --force --checkpoint own/prices.csv", "is an input too");
  ASSERT_EQ(shell("cp family.toml own/family_lines.csv && cp case.toml own/case_lines.csv").exit,
            0);
  expect_refused("family own/family_lines.csv --force --csv own", "is an input too");
  expect_refused("family family.toml --against own/family_lines.csv --force --csv own",
                 "is an input too");
  expect_refused("case own/case_lines.csv --force --csv own", "is an input too");
}

TEST_F(OutputPaths, ThatAreEachOtherAreRefused) {
  make_stored();
  ASSERT_EQ(shell("ln -s one two && mkdir there").exit, 0);
  const std::vector<std::string> files_of_run{"--out", "--checkpoint", "--start", "--microdata"};
  for (const std::string& one : files_of_run) {
    for (const std::string& other : files_of_run) {
      if (one == other) continue;
      for (const char* name : {"one", "./one", "two", "there/../one"}) {
        expect_refused("run small.toml --force " + one + " one " + other + " " + name,
                       "is the same file as that of ");
      }
    }
    const std::string first = "run small.toml --force " + one;
    expect_refused(first + " tables/cells.csv --csv tables", "is the same file as that of ");
    expect_refused(first + " new --csv new", "is the folder of --csv too");
    expect_refused(first + " new --csv new/below", "is the folder of --csv too");
    if (one == "--checkpoint") continue;
    expect_refused(first + " save.checkpoint-part --checkpoint save",
                   "is the same file as that of ");
  }
}

TEST_F(OutputPaths, ThatAreTheScreensFileAreRefused) {
  for (const char* words : {"run small.toml", "population small.toml"}) {
    for (const char* stream : {" >screen", " 2>screen"}) {
      const Outcome outcome = run(std::string{words} + " --force --out screen" + stream);
      EXPECT_EQ(outcome.exit, 2) << words << stream;
      const std::string told = stream[1] == '>' ? outcome.err : read("screen");
      EXPECT_NE(told.find("is where std"), std::string::npos) << told;
    }
  }
}

TEST_F(OutputPaths, ThatAreSomebodyElsesAreReplacedByForceAlone) {
  make_stored();
  ASSERT_EQ(run("population people.toml --out people.h5").exit, 0);
  for (const char* foreign : {"foreign", "foreign.h5", "people.h5"}) {
    expect_refused(std::string{"run small.toml --out "} + foreign, "is no results file");
  }
  for (const char* foreign : {"foreign", "foreign.h5", "stored.h5"}) {
    expect_refused(std::string{"population people.toml --out "} + foreign, "is no population file");
  }
  expect_refused("run small.toml --csv tables", "tables/cells.csv: --csv: is no table");
  for (const char* force : {"", "--force "}) {  // what is read first is never replaced
    expect_refused(std::string{"run small.toml --start foreign "} + force, "no file of starting");
    expect_refused(std::string{"run small.toml --checkpoint foreign "} + force, "no checkpoint");
  }
  write("save.checkpoint-part", "somebody's\n");
  expect_refused("run small.toml --checkpoint save", "is no half-written checkpoint");
  write("p.h5.members", "somebody's\n");
  expect_refused("calibrate fit.toml --force --out p.h5", "holds no members");

  const std::string job = "run small.toml --families 40 --years 1 --force";
  EXPECT_EQ(run(job + " --out foreign --csv tables").exit, 0);
  EXPECT_EQ(run("run foreign").exit, 0);
  EXPECT_EQ(read("tables/cells.csv").substr(0, 9), "strategy,");
  EXPECT_EQ(run("population people.toml --force --out foreign.h5").exit, 0);
}

TEST_F(OutputPaths, ThatTheProgramWroteItselfAreReplaced) {
  const std::string job = "run small.toml --families 40 --years 1 --out r.h5 --csv new";
  ASSERT_EQ(run(job).exit, 0);
  const auto first = content();

  EXPECT_EQ(run(job + " --seed 4").exit, 0);

  EXPECT_NE(content(), first);
  const auto names = files();
  for (const auto& [name, text] : first) EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_EQ(names.size(), first.size());
  ASSERT_EQ(run("population people.toml --out people.h5").exit, 0);
  EXPECT_EQ(run("population people.toml --out people.h5").exit, 0);
  write("empty", "");  // as mktemp makes one
  EXPECT_EQ(run("run small.toml --families 40 --years 1 --out empty").exit, 0);
}

TEST_F(OutputPaths, OfTablesAreAllThatIsWritten) {
  const std::string family = "family family.toml --against family.toml", one = "case case.toml";
  for (const auto& [job, again, fewest] :
       {std::tuple{std::string{"run small.toml --families 40 --years 1"},
                   std::string{"run small.toml"}, 7U},
        {family, family, 2U},
        {one, one, 2U},
        {one + " --csv-style excel-da", one + " --csv-style excel-da", 2U}}) {
    fs::remove_all(folder_ / "new");
    ASSERT_EQ(run(job + " --csv new").exit, 0);
    std::vector<std::string> tables;
    for (const std::string& name : files()) {
      if (name.starts_with("new/")) tables.push_back(name);
    }

    ASSERT_GE(tables.size(), fewest) << job;
    for (const std::string& table : tables) {
      const std::string own = read(table);
      write(table, "somebody's,own\n");
      expect_refused(again + " --csv new", table + ": --csv: is no table");
      write(table, own);
    }
    EXPECT_EQ(run(job + " --csv new").exit, 0) << "its own are replaced";
  }
}

TEST_F(OutputPaths, ThatAreLinksAreFollowedAndStay) {
  ASSERT_EQ(shell("mkdir far && ln -s far/r.h5 r.h5 && ln -s far/save save && "
                  "ln -s far/start start && ln -s far p && touch x.partial r.h5.partial")
                .exit,
            0);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(run("run small.toml --families 40 --years 1 --out r.h5 --start start --checkpoint "
                  "save --csv p")
                  .exit,
              0);
    for (const char* link : {"r.h5", "save", "start", "p"}) {
      EXPECT_TRUE(fs::is_symlink(folder_ / link)) << link;
    }
    EXPECT_TRUE(fs::is_regular_file(folder_ / "far/r.h5"));
    EXPECT_TRUE(fs::is_regular_file(folder_ / "far/start"));
    EXPECT_TRUE(fs::is_regular_file(folder_ / "far/cells.csv"));
    EXPECT_TRUE(fs::exists(folder_ / "r.h5.partial")) << "a user's own file";
  }
}

// Whoever adds an option that takes a text says here whether it names an output.
TEST_F(OutputPaths, AreAllAmongThese) {
  ASSERT_GE(all_commands().size(), 12U);
  const std::set<std::string> no_outputs{"--lang",     "--scenario",  "--diff",
                                         "--against",  "--csv-style", "--sign",
                                         "--strategy", "--targets",   "--panel"};
  std::map<std::string, std::set<std::string>> known;
  for (const Command& command : commands()) {
    for (const std::string& output : command.outputs()) {
      known[command.words.substr(0, command.words.find(' '))].insert(output);
    }
  }
  std::map<std::string, std::set<std::string>> found;
  for (const std::string& command : all_commands()) {
    for (const std::string& line : lines_of(run(std::string{command} + " --help").out)) {
      const std::size_t begin = line.find("--");
      if (begin == std::string::npos || line.find(" TEXT") == std::string::npos) continue;
      const std::string option = line.substr(begin, line.find_first_of(" ,", begin) - begin);
      if (!no_outputs.contains(option)) found[command].insert(option);
    }
  }
  EXPECT_EQ(found, known);
}

}  // namespace
}  // namespace samspil::test
