#include "model/report/case_terms.hpp"

namespace samspil {

const std::array<Term, case_term_names.size()>& english_case_terms() noexcept {
  static constexpr std::array<Term, case_term_names.size()> table{{
      {"By year", "net result, kr.; first what falls due now, then year 1, 2, …"},
      {"By year, discounted", "net result, worth now, kr."},
      {"Cumulated, discounted", "sum of the net results up to and with each year, worth now"},
      {"Net present value of a case", "sum of the discounted net results, kr."},
      {"Payback time",
       "years from now until the cumulated result is never negative again; null where it is at the "
       "end"},
      {"Payback time, discounted",
       "years from now until the discounted cumulated result is never negative again; null where "
       "it is at the end"},
      {"Break-even success rate",
       "at which the net present value is 0; may be above 1; null where success gives nothing "
       "back"},
      {"Break-even success rate, undiscounted", "at which the undiscounted sum is 0"},
      {"Successes needed", "participants times the break-even success rate"},
      {"Participants", "who begin, in all or by yearly intake"},
      {"Success rate", "share of the participants, net of what happens anyway"},
      {"Factor on consequences", "multiplies all consequences of a case"},
      {"Factor on costs", "multiplies all costs of a case"},
      {"Success rates cut off", "draws outside 0 to 1"},
      {"First year", "calendar year of year 1"},
      {"Mean", "of the net present value over draws, kr."},
      {"Standard deviation", "of the net present value over draws, kr."},
      {"5th percentile", "a share of 5 % of the draws is no higher"},
      {"50th percentile", "half of the draws are no higher"},
      {"95th percentile", "a share of 95 % of the draws is no higher"},
      {"Chance of a saving", "share of draws with a positive net present value"},
      {"Worth of knowing everything",
       "before choosing to do it or not, kr. on average: E max(NPV, 0) - max(E NPV, 0)"},
      {"Worth of knowing one input",
       "of learning that input alone before choosing to do it or not, kr. on average; null where "
       "it is certain"},
      {"Monte Carlo error", "standard error of each figure, from the number of draws"},
      {"One input at a time",
       "net present value with one input low and high, the others at their mean"},
      {"Input", "which of the uncertain numbers"},
      {"Low", "5th percentile of the input"},
      {"High", "95th percentile of the input"},
      {"Net present value at the low", "kr."},
      {"Net present value at the high", "kr."},
      {"Payers", "each purse; citizens are in no total"},
      {"The committee's form", "the municipality's own accounts, undiscounted"},
      {"Implementation", "one-off costs"},
      {"Permanent change", "running costs and all consequences"},
      {"Total", "in a case: municipality, region and state together"},
      {"Full effect from", "first calendar year in which the permanent change is at its best"},
      {"Departments concerned", "with an amount of the municipality's"},
  }};
  return table;
}

const std::array<Term, case_term_names.size()>& case_terms(Language language) noexcept {
  return language == Language::da ? danish_case_terms() : english_case_terms();
}

}  // namespace samspil
