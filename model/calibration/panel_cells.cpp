#include "model/calibration/panel_cells.hpp"

namespace samspil {

std::vector<RiskSet> risk_sets(const Panel& panel) {
  std::map<std::pair<std::size_t, std::vector<double>>, RiskSet> sets;
  const auto set_of = [&](std::size_t from, std::size_t pattern) -> RiskSet& {
    RiskSet& set = sets[{from, panel.patterns[pattern]}];
    set.from = from;
    set.covariates = panel.patterns[pattern];
    return set;
  };
  for (const PanelSpell& spell : panel.spells) {
    RiskSet& set = set_of(spell.from, spell.pattern);
    set.days += spell.end - spell.start;
    if (spell.to) ++set.moves[*spell.to].events;
  }
  for (const PanelCell& cell : panel.cells) {
    RiskSet& set = set_of(cell.from, cell.pattern);
    set.days = cell.days;
    if (cell.to && cell.events > 0) set.moves[*cell.to] = {cell.events, cell.is_few};
  }
  std::vector<RiskSet> all;
  all.reserve(sets.size());
  for (auto& [key, set] : sets) all.push_back(std::move(set));
  return all;
}

}  // namespace samspil
