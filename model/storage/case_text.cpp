#include "model/storage/case_text.hpp"

#include <nlohmann/json.hpp>

namespace samspil {
namespace {

/// A TOML basic string is written as JSON writes one, but for the control code 127.
std::string quoted(const std::string& text) {
  std::string written = nlohmann::json(text).dump();
  for (std::size_t at = 0; (at = written.find('\x7f', at)) != std::string::npos;) {
    written.replace(at, 1, "\\u007f");
  }
  return written;
}

/// `style` of one number, as fmt has it.
std::string list_of(const std::vector<double>& numbers, const char* style) {
  std::string list;
  for (const double number : numbers) {
    if (!list.empty()) list += ", ";
    list += fmt::format(fmt::runtime(style), number);
  }
  return '[' + list + ']';
}

/// Whose money it is, below the name.
std::string account_lines(const CaseAccount& account) {
  std::string lines = fmt::format("payer = \"{}\"\ndepartment = \"{}\"\naccount_type = \"{}\"\n",
                                  payer_names[index_of(account.payer)],
                                  department_names[index_of(account.department)],
                                  account_type_names[index_of(account.account_type)]);
  if (account.grade)
    lines += fmt::format("grade = \"{}\"\n", grade_names[index_of(*account.grade)]);
  if (!account.source.empty()) lines += "source = " + quoted(account.source) + '\n';
  return lines;
}

}  // namespace

std::string case_text(const InvestmentCase& investment, Language language) {
  std::string text{case_text_begin};
  text += '\n';
  for (const Key key : {Key{"potential.case_association"}, Key{"potential.case_unit"},
                        Key{"potential.case_rounding"}, Key{"potential.case_cost"}}) {
    text.append("# ").append(phrase(key, language)) += '\n';
  }
  const std::string rate = investment.discount_rate ? fmt::format("{}", *investment.discount_rate)
                                                    : std::string{"\"fm\""};
  text += "\n[case]\n";
  text += "title_da = " + quoted(investment.title_da) + '\n';
  text += "title_en = " + quoted(investment.title_en) + '\n';
  text += "participants = " + list_of(investment.participants, "{}") + '\n';
  text += fmt::format("success_rate = {}\ndiscount_rate = {}\nfirst_year = {}\n",
                      investment.success_rate, rate, investment.first_year);
  if (investment.price_level) text += fmt::format("price_level = {}\n", *investment.price_level);
  text += fmt::format("seed = {}\n", investment.seed);
  for (const CaseCost& cost : investment.costs) {
    text += "\n[[cost]]\nname = " + quoted(cost.account.name) + '\n' + account_lines(cost.account);
    text += fmt::format("time = {}\namount = {:.2f}\none_off = {}\n", cost.time, cost.amount,
                        cost.one_off);
  }
  for (const CaseConsequence& consequence : investment.consequences) {
    text += "\n[[consequence]]\nname = " + quoted(consequence.account.name) + '\n' +
            account_lines(consequence.account);
    text += "per_success = " + list_of(consequence.per_success, "{:.2f}") + '\n';
  }
  return text;
}

}  // namespace samspil
