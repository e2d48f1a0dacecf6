/// \file
/// What the kernel's frequencies must be by the hazards alone: one process at a time, all else
/// still, many families.
#include <gtest/gtest.h>

#include "tests/reference/worlds.hpp"
#include "tests/statistics.hpp"

namespace samspil::test {
namespace {

constexpr std::int64_t families = 20'000;
constexpr std::array<std::size_t, 3> destinations{index_of(LabourStatus::ordinary_job),
                                                  index_of(LabourStatus::sickness),
                                                  index_of(LabourStatus::disability_pension)};

/// Lives the first year of many families that start alike and calls look(household, counts).
template <class Look>
void live_many(const Scenario& scenario, const Pool& pool, const Look& look) {
  World world{scenario, pool, families, 1, {{0, EffectLevel::none}}};
  for (std::uint64_t site = 0; site < world.sites(); ++site) {
    world.begin(site, 0);
    world.live(1, {scenario.seed, 0});
    look(world.households().front(), world.counts());
  }
}

double probability(double rate) { return 1 - std::exp(-rate); }

/// Days off before and on after, for a switch that only starts: mean whole days on in a year.
struct Days {
  double mean = 0, standard_deviation = 0;
};
Days days_until(double rate) {
  double mean = 0, square = 0;
  for (int day = 0; day < year_length; ++day) {
    const double in_day =
        std::exp(-rate * day / year_length) - std::exp(-rate * (day + 1) / year_length);
    mean += day * in_day;
    square += day * day * in_day;
  }
  const double rest = std::exp(-rate);
  mean += year_length * rest;
  square += year_length * year_length * rest;
  return {mean, std::sqrt(square - mean * mean)};
}

TEST(LabourMoves, HappenWithTheProbabilityOfTheirHazard) {
  for (const double rate : {0.05, 0.4, 2.0}) {
    Scenario scenario = still_scenario();
    scenario.parameters.labour.rate[index_of(LabourStatus::unemployment)][destinations[0]] = rate;
    std::int64_t moved = 0;
    live_many(scenario, one_family(LabourStatus::unemployment),
              [&](const Household& home, const YearCounts&) {
                moved += home.people[0].status == LabourStatus::ordinary_job;
              });
    expect_binomial(moved, families, probability(rate));
  }
}

TEST(LabourMoves, ShareCompetingRisksByTheirHazards) {
  const std::array<double, 3> rates{0.2, 0.5, 1.1};
  Scenario scenario = still_scenario();
  double all = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    scenario.parameters.labour.rate[index_of(LabourStatus::unemployment)][destinations[i]] =
        rates[i];
    all += rates[i];
  }
  std::array<std::int64_t, 3> moved{};
  live_many(scenario, one_family(LabourStatus::unemployment),
            [&](const Household& home, const YearCounts&) {
              for (std::size_t i = 0; i < 3; ++i) {
                moved[i] += index_of(home.people[0].status) == destinations[i];
              }
            });
  for (std::size_t i = 0; i < 3; ++i) {
    expect_binomial(moved[i], families, probability(all) * rates[i] / all);
  }
}

TEST(LabourMoves, GoOnFromTheDayOfTheLastOne) {
  // Two moves one after the other: the second waits from the first, with a number of its own.
  Scenario scenario = still_scenario();
  constexpr double first = 1.5, second = 0.8;
  auto& rate = scenario.parameters.labour.rate;
  rate[index_of(LabourStatus::unemployment)][index_of(LabourStatus::sickness)] = first;
  rate[index_of(LabourStatus::sickness)][index_of(LabourStatus::unemployment)] = second;
  double days = 0;
  live_many(scenario, one_family(LabourStatus::unemployment),
            [&](const Household& home, const YearCounts&) {
              days += home.people[0].year.status_days[index_of(LabourStatus::sickness)];
            });
  // Share of time on sickness of a two-state chain: π (1 - (1 - e^-s) / s), s = first + second.
  const double s = first + second;
  const double share = first / s * (1 - (1 - std::exp(-s)) / s);
  expect_mean(days / year_length, families, share, 0.33);
}

TEST(Waiting, IsExponentialAndRoundedDownToWholeDays) {
  constexpr double rate = 1.3;
  constexpr int months = 13;  // of 28 days
  Scenario scenario = still_scenario();
  scenario.parameters.adult_services.stop[index_of(AdultService::shelter)] = rate;
  Pool pool = one_family(LabourStatus::self_supporting);
  pool.people[0].services.set(AdultService::shelter);
  std::array<std::int64_t, months + 1> ended{};
  std::int64_t at_once = 0;
  double days = 0;
  live_many(scenario, pool, [&](const Household&, const YearCounts& counts) {
    const std::int64_t on = counts.use[index_of(Service::shelter)] / 100;
    ++ended[static_cast<std::size_t>(on / 28)];
    at_once += on == 0;
    days += static_cast<double>(on);
  });

  const Days expected = days_until(rate);
  expect_mean(days, families, expected.mean, expected.standard_deviation);
  expect_binomial(at_once, families, probability(rate / year_length));
  double chi_square = 0;
  for (int month = 0; month <= months; ++month) {
    const double begin = std::exp(-rate * month / months);
    const double end = month == months ? 0.0 : std::exp(-rate * (month + 1) / months);
    const double count = static_cast<double>(families) * (begin - end);
    const double off = static_cast<double>(ended[static_cast<std::size_t>(month)]) - count;
    chi_square += off * off / count;
  }
  // Mean 13, standard deviation sqrt(26).
  EXPECT_LT(chi_square, months + allowed_errors * std::sqrt(2.0 * months));
}

TEST(Switches, RunForTheirMeanSpellOfBothHazards) {
  constexpr double start = 2.0, stop = 3.0;
  Scenario scenario = still_scenario();
  scenario.parameters.adult_services.start[index_of(AdultService::shelter)] = start;
  scenario.parameters.adult_services.stop[index_of(AdultService::shelter)] = stop;
  double days = 0;
  live_many(scenario, one_family(LabourStatus::self_supporting),
            [&](const Household&, const YearCounts& counts) {
              days += static_cast<double>(counts.use[index_of(Service::shelter)]) / 100;
            });
  const double s = start + stop;
  const double share = start / s * (1 - (1 - std::exp(-s)) / s);
  expect_mean(days / year_length, families, share, 0.25);
}

TEST(Switches, KeepTheirHazardOverABirthday) {
  // A number that has not fired by the birthday is large: the next one must be read.
  constexpr double rate = 0.9;
  for (const int age : {16, 18}) {
    Scenario scenario = still_scenario();
    MeasureParameters& p = scenario.parameters.measures;
    const std::size_t respite = index_of(ChildMeasure::respite);
    p.start[respite] = rate;
    p.age_to[respite] = 23;
    p.from_12[respite] = p.placed[respite] = 1;
    scenario.parameters.placement.rate[0][index_of(Place::foster)] = age == 16 ? rate : 0.0;
    std::int64_t started = 0, placed = 0;
    live_many(scenario, one_family(LabourStatus::self_supporting, age - 1, 182),
              [&](const Household& home, const YearCounts&) {
                started += home.people[1].measures.has(ChildMeasure::respite);
                placed += is_placed(home.people[1].place);
              });
    expect_binomial(started, families, probability(rate));
    if (age == 16) expect_binomial(placed, families, probability(rate));
  }
}

TEST(Switches, KeepTheirHazardOverAMoveOfStatus) {
  constexpr double rate = 0.9;
  Scenario scenario = still_scenario();
  Parameters& p = scenario.parameters;
  const std::size_t one = index_of(LabourStatus::unemployment);
  const std::size_t other = index_of(LabourStatus::cash_benefit);
  p.labour.rate[one][other] = p.labour.rate[other][one] = 4;
  p.adult_services.start[index_of(AdultService::mentor)] = rate;
  p.adult_services.activation[one] = p.adult_services.activation[other] = 1;
  std::int64_t started = 0;
  live_many(scenario, one_family(LabourStatus::unemployment),
            [&](const Household& home, const YearCounts&) {
              started += home.people[0].services.has(AdultService::mentor);
            });
  expect_binomial(started, families, probability(rate));
}

TEST(Jobs, AreLeftAtAnotherPaceInTheirFirstYear) {
  constexpr double rate = 0.3;
  for (const auto& [days, ratio] : {std::pair{0, 2.0}, {181, 2.0}, {182, 1.0}, {4000, 1.0}}) {
    Scenario scenario = still_scenario();
    scenario.parameters.labour.job_end_first_year = 2;
    scenario.parameters.labour.rate[index_of(LabourStatus::ordinary_job)][destinations[1]] = rate;
    Pool pool = one_family(LabourStatus::ordinary_job);
    pool.people[0].days_in_job = static_cast<std::uint16_t>(days);
    std::int64_t left = 0;
    live_many(scenario, pool, [&](const Household& home, const YearCounts&) {
      left += home.people[0].status == LabourStatus::sickness;
    });
    expect_binomial(left, families, probability(ratio * rate));
  }
}

TEST(Placements, AreMoreFrequentSoonAfterAReturn) {
  constexpr double rate = 0.3;
  for (const auto& [days, ratio] : {std::pair{0, 1.0}, {1, 2.0}, {545, 2.0}, {546, 1.0}}) {
    Scenario scenario = still_scenario();
    scenario.parameters.placement.reentry = 2;
    scenario.parameters.placement.rate[0][index_of(Place::foster)] = rate;
    Pool pool = one_family(LabourStatus::self_supporting, 8, 100);
    pool.people[1].days_home = static_cast<std::uint16_t>(days);
    std::int64_t placed = 0;
    live_many(scenario, pool, [&](const Household& home, const YearCounts&) {
      placed += is_placed(home.people[1].place);
    });
    expect_binomial(placed, families, probability(ratio * rate));
  }
}

TEST(Placements, EndFrom18AtTheRateOfAftercareAlone) {
  constexpr double rate = 0.5;
  Scenario scenario = still_scenario();
  scenario.parameters.placement.reunification_after_5 = 0.1;
  scenario.parameters.placement.rate[index_of(Place::own_dwelling)][0] = rate;
  Pool pool = one_family(LabourStatus::self_supporting, 19, 100);
  pool.people[1].place = Place::own_dwelling;
  pool.people[1].days_placed = 4000;
  std::int64_t ended = 0;
  live_many(scenario, pool, [&](const Household& home, const YearCounts&) {
    ended += home.people[1].place == Place::home;
  });
  expect_binomial(ended, families, probability(rate));
}

TEST(Notifications, OfOneMatterAreGeometric) {
  constexpr double repeat = 0.44;
  for (const int matters : {1, 2}) {
    Scenario scenario = still_scenario();
    scenario.parameters.events.notifications = matters;
    scenario.parameters.events.notification_repeat = repeat;
    double notified = 0;
    live_many(scenario, one_family(LabourStatus::self_supporting, 8, 100),
              [&](const Household& home, const YearCounts&) {
                notified += home.people[1].year.notifications;
              });
    // Each matter is notified 1/(1 - repeat) times on average, with variance repeat/(1 - repeat)².
    expect_mean(notified, families, matters / (1 - repeat),
                std::sqrt(matters * repeat) / (1 - repeat));
  }
}

TEST(Convictions, AreRarerInWork) {
  for (const auto& [status, ratio] : {std::pair{LabourStatus::ordinary_job, 0.5},
                                      {LabourStatus::flexjob, 0.5},
                                      {LabourStatus::cash_benefit, 1.0}}) {
    Scenario scenario = still_scenario();
    scenario.parameters.events.conviction_adult = 0.4;
    scenario.parameters.events.conviction_in_work = 0.5;
    std::int64_t convicted = 0;
    live_many(scenario, one_family(status), [&](const Household& home, const YearCounts&) {
      convicted += home.people[0].year.convictions;
    });
    expect_binomial(convicted, families, probability(ratio * 0.4));
  }
}

TEST(Pensions, AreGrantedMoreRarelyUnder40) {
  constexpr double rate = 0.6;
  for (const auto& [age, ratio] : {std::pair{39, 0.3}, {40, 1.0}, {49, 1.0}, {50, 1.5}}) {
    Scenario scenario = still_scenario();
    LabourParameters& p = scenario.parameters.labour;
    p.pension_entry_age_under_40 = 0.3;
    p.pension_entry_age_over_50 = 1.5;
    p.rate[index_of(LabourStatus::cash_benefit)][destinations[2]] = rate;
    Pool pool = one_family(LabourStatus::cash_benefit);
    pool.people[0].birth_year = static_cast<std::int16_t>(2023 - age);
    std::int64_t granted = 0;
    live_many(scenario, pool, [&](const Household& home, const YearCounts&) {
      granted += home.people[0].status == LabourStatus::disability_pension;
    });
    expect_binomial(granted, families, probability(ratio * rate));
  }
}

TEST(Births, BeginLeaveOnTheirDay) {
  Scenario scenario = still_scenario();
  scenario.parameters.demography.birth_from_30 = 1.0;
  scenario.parameters.demography.birth_last_age = 60;
  scenario.parameters.labour.full_time_share = 1;
  std::int64_t births = 0;
  live_many(scenario, one_family(LabourStatus::unemployment),
            [&](const Household& home, const YearCounts&) {
              const PersonYear& year = home.people[0].year;
              const bool born = home.people.size() == 2;
              births += born;
              const int day = born ? home.people[1].birth_day : year_length;
              ASSERT_EQ(year.status_days[index_of(LabourStatus::unemployment)], day);
              ASSERT_EQ(year.status_days[index_of(LabourStatus::parental_leave)], 364 - day);
            });
  expect_binomial(births, families, probability(1.0));
}

}  // namespace
}  // namespace samspil::test
