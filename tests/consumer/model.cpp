// What a browser would carry: prices split between payers, a run of the engine, a page as text.
#include <cstdio>
#include <string>

#include "model/core/money.hpp"
#include "model/costs/prices.hpp"
#include "model/engine/engine.hpp"
#include "model/pages/page.hpp"
#include "model/render/text.hpp"

namespace {

using namespace samspil;

struct Count {
  std::int64_t units = 0;
  Count& operator+=(const Count& other) {
    units += other.units;
    return *this;
  }
};

/// Counts its units, once a draw.
struct Counting {
  struct Scratch {
    std::uint32_t units = 0;
  };
  using Tally = Count;
  Scratch make_scratch() const { return {}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t, std::uint32_t units) const {
    scratch.units = units;
  }
  void run_arm(Scratch&, std::uint32_t, std::uint32_t, Tally&) const {}
  void finish_draw(Scratch& scratch, std::uint32_t, Tally& tally) const {
    tally.units += scratch.units;
  }
};

}  // namespace

int main() {
  const PayerPrices split = split_price(100'00, Shares{0.5, 0, 0.5, 0});
  Ore all = 0;
  for (const Ore part : split) all += part;
  const Count count = run_sum(Counting{}, RunPlan{.units = 1000, .draws = 7, .execution = {8}});

  Page page;
  page.heading("consumer of the model");
  page.sentence("100 kr. are split into " + std::to_string(all) + " øre; " +
                std::to_string(count.units) + " units were counted on " +
                std::to_string(thread_count(8)) + " thread.");
  std::fputs(as_text(page).c_str(), stdout);
  return all == 100'00 && count.units == 7000 && thread_count(8) == 1 ? 0 : 1;
}
