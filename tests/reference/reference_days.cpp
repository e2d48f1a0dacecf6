#include <algorithm>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

/// Something that runs or does not.
struct Switch {
  Question question{};
  double start = 0;  ///< [1/year]
  double stop = 0;
  bool on = false;
  double next = never;  ///< When it moves [days].
};

bool has_job_centre(LabourStatus status) {
  for (const LabourStatus other :
       {LabourStatus::ordinary_job, LabourStatus::flexjob, LabourStatus::education,
        LabourStatus::parental_leave, LabourStatus::disability_pension,
        LabourStatus::self_supporting}) {
    if (status == other) return false;
  }
  return true;
}

/// One member's way through the days. Counts go on over birthdays and moves.
class Walk {
 public:
  Walk(Year& y, std::size_t member, Diary& diary)
      : y_{y},
        member_{member},
        me_{y.home.people[member]},
        chance_{y.chance(me_.id)},
        diary_{diary} {}

  void walk() {
    const Stay stay = y_.stays[member_];
    for (int day = stay.from; day < stay.until; ++day) {
      const int age = age_at(me_, y_.year, day);
      const bool birthday =
          me_.role == Role::child && day == me_.birth_day && (age == 16 || age == 18 || age == 23);
      if (birthday) turn(age);
      if (day == stay.from || birthday) {
        age_ = age;  // other birthdays count from the next new year
        begin_age(day, age);
      }
      live_day(day, age_);
    }
  }

 private:
  bool lives_as_child(int age) const { return me_.role == Role::child && age < 23; }

  void turn(int age) {
    for (std::size_t m = 0; m < child_measure_count; ++m) {
      if (age >= y_.p.measures.age_to[m]) me_.measures.set(static_cast<ChildMeasure>(m), false);
    }
    if (age == 18 && is_placed(me_.place)) {
      const bool stays = chance_.ask(Question::aftercare) < y_.p.placement.aftercare_at_18;
      me_.place = stays ? Place::own_dwelling : Place::home;
      me_.days_in_place = 0;
      me_.measures.set(ChildMeasure::aftercare, stays);
    }
    if (age == 23) {
      me_.place = Place::home;
      me_.days_in_place = 0;
      me_.days_placed = 0;
    }
    ++labour_count_, ++hours_count_, ++place_count_;
    for (auto& count : service_count_) cut(count);
    for (auto& count : measure_count_) cut(count);
  }

  /// A switch that is cut off reads on from the next multiple of 1024.
  static void cut(std::uint32_t& count) { count = (count / 1024 + 1) * 1024; }

  // ---- what is known when an age begins ---------------------------------------------------------

  void begin_age(int day, int age) {
    if (lives_as_child(age)) {
      begin_measures(day, age);
      place_ratios_ = placement_ratios(me_, age, y_.met[member_], y_.home.family, y_.hooks, y_.p);
      start_place_clocks(day, age);
    }
    if (age >= 18) begin_services(day);
    if (age >= 16) begin_labour(day, age);
  }

  void begin_measures(int day, int age) {
    const Surroundings& met = y_.met[member_];
    const MeasureNeed need{is_placed(me_.place), me_.conditions.has(Condition::disability),
                           met.parent_condition, age >= 12};
    const MeasureRatios ratios = measure_ratios(me_, met, y_.frailty(), y_.hooks, y_.p);
    for (std::size_t m = 0; m < child_measure_count; ++m) {
      const auto measure = static_cast<ChildMeasure>(m);
      const bool offered = y_.p.measures.age_from[m] <= age && age < y_.p.measures.age_to[m];
      Switch& s = measures_[m];
      s.question = about(Question::measure_move, measure);
      s.start = offered ? measure_start(measure, need, ratios, y_.p.measures) : 0;
      s.stop = measure_stop(measure, ratios, y_.p.measures);
      s.on = me_.measures.has(measure);
      wind(s, day, measure_count_[m]);
    }
  }

  void begin_services(int day) {
    for (std::size_t i = 0; i < adult_service_count; ++i) {
      const auto service = static_cast<AdultService>(i);
      Switch& s = services_[i];
      s.question = about(Question::service_move, service);
      s.stop = adult_service_stop(service, y_.hooks, y_.p.adult_services);
      if (is_activation(service)) continue;  // begins with the status
      s.on = me_.services.has(service);
      s.start = service_start(service, need_of(me_), y_.frailty(), y_.hooks, y_.p.adult_services);
      wind(s, day, service_count_[i]);
    }
  }

  void begin_labour(int day, int age) {
    labour_ratios_ = labour_ratios(me_, age, y_.met[member_], y_.frailty(), y_.hooks, y_.p);
    start_labour_clocks(day, age);
    begin_beside_status(day, age);
  }

  /// Hours and employment measures begin anew with each status.
  void begin_beside_status(int day, int age) {
    start_hours_clocks(day);
    if (age < 18) return;
    for (const AdultService service :
         {AdultService::employment_measure, AdultService::mentor, AdultService::wage_subsidy}) {
      Switch& s = services_[index_of(service)];
      if (y_.p.adult_services.activation[index_of(me_.status)] > 0) {
        s.on = me_.services.has(service);
        s.start = activation_start(service, me_.status, y_.hooks, y_.p.adult_services);
        wind(s, day, service_count_[index_of(service)]);
      } else {
        s.on = false;
        s.next = never;
        me_.services.set(service, false);
      }
    }
  }

  // ---- clocks -----------------------------------------------------------------------------------

  void wind(Switch& s, double from, std::uint32_t count) const {
    s.next = firing_time(from, chance_.ask(s.question, count), s.on ? s.stop : s.start);
  }

  void start_labour_clocks(double from, int age) {
    next_labour_ = never;
    for (std::size_t i = 0; i < labour_status_count; ++i) {
      const auto to = static_cast<LabourStatus>(i);
      double rate = 0;
      if (age < 18) {
        const bool known = to == LabourStatus::ordinary_job || to == LabourStatus::education ||
                           to == LabourStatus::self_supporting;
        rate = known ? youth_rate(me_.status, to, y_.p.labour) : 0.0;
      } else if (age < 30 || to != LabourStatus::education_benefit) {
        rate = y_.p.labour.rate[index_of(me_.status)][i] *
               labour_ratios_[index_of(direction_of(me_.status, to))] *
               job_end_ratio(me_, y_.p.labour);
      }
      const double time =
          firing_time(from, chance_.ask(about(Question::labour_move, to), labour_count_), rate);
      if (time < next_labour_) next_labour_ = time, next_status_ = to;
    }
  }

  void start_hours_clocks(double from) {
    next_up_ = next_down_ = never;
    if (!allows_hours(me_.status)) return;
    const double entry = labour_ratios_[index_of(Direction::to_work)];
    next_up_ = firing_time(from, chance_.ask(Question::hours_up, hours_count_),
                           hours_up_rate(me_.status, me_.hours, entry, y_.p.labour));
    next_down_ = firing_time(from, chance_.ask(Question::hours_down, hours_count_),
                             hours_down_rate(me_.status, me_.hours, y_.p.labour));
  }

  void start_place_clocks(double from, int age) {
    next_move_ = never;
    for (std::size_t i = 0; i < samspil::place_count; ++i) {
      const auto to = static_cast<Place>(i);
      bool open = age < 18 || to == Place::home;
      if (to == Place::secure && age < 12) open = false;
      if (to == Place::own_dwelling && age < 15) open = false;
      if (!open) continue;
      const double rate = y_.p.placement.rate[index_of(me_.place)][i] *
                          (place_ratios_[index_of(place_move(me_.place, to))] *
                           place_hook(me_.place, to, y_.hooks));
      const double time =
          firing_time(from, chance_.ask(about(Question::place_move, to), place_count_), rate);
      if (time < next_move_) next_move_ = time, next_place_ = to;
    }
  }

  // ---- one day ----------------------------------------------------------------------------------

  void live_day(int day, int age) {
    Day& today = diary_[static_cast<std::size_t>(day)];
    if (lives_as_child(age)) live_child_day(day, age, today);
    if (age >= 16) live_labour_day(day, age, today);
    if (age >= 18) {
      for (std::size_t i = 0; i < adult_service_count; ++i) {
        turn_switch(services_[i], day, service_count_[i]);
        me_.services.set(static_cast<AdultService>(i), services_[i].on);
        today.services[i] = services_[i].on;
      }
      today.has_case[index_of(Casework::adult)] =
          today.services[index_of(AdultService::social_pedagogical_support)] ||
          today.services[index_of(AdultService::substance_treatment)] ||
          today.services[index_of(AdultService::shelter)] ||
          today.services[index_of(AdultService::crisis_centre)] ||
          today.services[index_of(AdultService::adult_residential)];
    }
  }

  void turn_switch(Switch& s, int day, std::uint32_t& count) const {
    while (fires_on(s.next, day)) {
      s.on = !s.on;
      ++count;
      wind(s, s.next, count);
    }
  }

  void live_child_day(int day, int age, Day& today) {
    for (std::size_t m = 0; m < child_measure_count; ++m) {
      turn_switch(measures_[m], day, measure_count_[m]);
      me_.measures.set(static_cast<ChildMeasure>(m), measures_[m].on);
      today.measures[m] = measures_[m].on;
    }
    while (fires_on(next_move_, day)) {
      me_.place = next_place_;
      me_.days_in_place = 0;
      ++place_count_;
      start_place_clocks(next_move_, age);
    }
    today.place = me_.place;
    const bool runs =
        std::find(today.measures.begin(), today.measures.end(), true) != today.measures.end();
    today.has_case[index_of(Casework::child)] =
        runs || is_placed(me_.place) || (age < 18 && me_.case_open != 0);
    const auto one_more = [](int days) {
      return static_cast<std::uint16_t>(std::min(days + 1, 60000));
    };
    me_.days_in_place = one_more(me_.days_in_place);
    const bool has_come_home = me_.days_placed > 0 || me_.days_home > 0;
    me_.days_home =
        has_come_home && !is_placed(me_.place) ? one_more(me_.days_home) : std::uint16_t{0};
    me_.days_placed = is_placed(me_.place) ? one_more(me_.days_placed) : std::uint16_t{0};
  }

  void live_labour_day(int day, int age, Day& today) {
    if (static_cast<int>(member_) == y_.mother && day == y_.birth) give_birth(day, age);
    while (fires_on(next_labour_, day)) {
      enter(next_status_);
      cut_off();
      start_labour_clocks(next_labour_, age);
      begin_beside_status(day, age);
    }
    while (fires_on(std::min(next_up_, next_down_), day)) {
      const double time = std::min(next_up_, next_down_);
      const int step = next_up_ < next_down_ ? 1 : -1;
      me_.hours = static_cast<OrdinaryHours>(static_cast<int>(me_.hours) + step);
      ++hours_count_;
      start_hours_clocks(time);
    }
    me_.days_in_job = me_.status == LabourStatus::ordinary_job
                          ? static_cast<std::uint16_t>(std::min(me_.days_in_job + 1, 60000))
                          : std::uint16_t{0};
    today.labour = Day::Labour{me_.status, me_.hours, me_.activity_ready != 0,
                               me_.pension_before_2014 != 0, age >= 18};
    today.has_case[index_of(Casework::job_centre)] = age >= 18 && has_job_centre(me_.status);
  }

  void cut_off() {
    ++labour_count_;
    ++hours_count_;
    for (std::size_t i = 0; i < 3; ++i) cut(service_count_[i]);
  }

  void give_birth(int day, int age) {
    const bool takes_leave = me_.status != LabourStatus::disability_pension &&
                             me_.status != LabourStatus::cash_benefit &&
                             me_.status != LabourStatus::education_benefit;
    if (takes_leave) {
      me_.status = LabourStatus::parental_leave;
      me_.hours = OrdinaryHours::none;
    }
    cut_off();
    begin_labour(day, age);
  }

  void enter(LabourStatus to) {
    me_.status = to;
    me_.hours = OrdinaryHours::none;
    const LabourParameters& p = y_.p.labour;
    if (to == LabourStatus::ordinary_job) {
      const bool full = chance_.ask(Question::hours_on_entry, labour_count_) < p.full_time_share;
      me_.hours = full ? OrdinaryHours::full : OrdinaryHours::from_10_to_29;
    } else if (to == LabourStatus::cash_benefit) {
      const double u = chance_.ask(Question::activity_ready, labour_count_);
      me_.activity_ready = u < p.activity_ready_share ? 1 : 0;
    } else if (to == LabourStatus::disability_pension) {
      me_.pension_before_2014 = 0;
    }
  }

  Year& y_;
  std::size_t member_;
  Person& me_;
  Chance chance_;
  Diary& diary_;
  int age_ = 0;

  std::uint32_t labour_count_ = 0, hours_count_ = 0, place_count_ = 0;
  std::array<std::uint32_t, adult_service_count> service_count_{};
  std::array<std::uint32_t, child_measure_count> measure_count_{};
  std::array<Switch, adult_service_count> services_{};
  std::array<Switch, child_measure_count> measures_{};
  DirectionRatios labour_ratios_{};
  PlaceRatios place_ratios_{};
  double next_labour_ = never, next_up_ = never, next_down_ = never, next_move_ = never;
  LabourStatus next_status_{};
  Place next_place_{};
};

}  // namespace

void walk_through_days(Year& y, std::size_t member, Diary& diary) { Walk{y, member, diary}.walk(); }

}  // namespace samspil::test
