// Inside a block nothing is allocated: threads would wait for each other, and a long run would be
// as slow as its memory. The whole program counts, so it holds this test alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

#include "tests/support/small_world.hpp"

namespace {
std::atomic<std::int64_t> allocations{0};

void* counted(std::size_t size, std::size_t alignment) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
  void* memory = std::aligned_alloc(alignment, rounded > 0 ? rounded : alignment);
  if (memory == nullptr) throw std::bad_alloc{};
  return memory;
}

// Not inlined, as g++ 12 would take the pair of new and free for a slip.
[[gnu::noinline]] void release(void* memory) { std::free(memory); }
}  // namespace

// Every form that the sanitizers would otherwise answer for themselves.
void* operator new(std::size_t size) { return counted(size, alignof(std::max_align_t)); }
void* operator new[](std::size_t size) { return counted(size, alignof(std::max_align_t)); }
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return counted(size, alignof(std::max_align_t));
}
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return counted(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t /*size*/) noexcept { release(memory); }
void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept { release(memory); }
void operator delete[](void* memory, std::align_val_t /*alignment*/) noexcept { release(memory); }
void operator delete(void* memory, std::size_t /*size*/, std::align_val_t /*align*/) noexcept {
  release(memory);
}
void operator delete[](void* memory, std::size_t /*size*/, std::align_val_t /*align*/) noexcept {
  release(memory);
}

namespace samspil {
namespace {

TEST(Allocations, AreCounted) {
  const std::int64_t before = allocations;
  const std::vector<int> one(100);

  EXPECT_EQ(allocations - before, 1) << one.size();
}

TEST(Allocations, AreNoneInsideABlock) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'000;
  const test::World world{std::move(scenario)};
  const std::vector<Arm> arms = test::all_arms(world.scenario());
  const FamilyModel model = world.model(790, arms, 8);
  FamilyModel::Scratch scratch = model.make_scratch();
  FamilyModel::Tally tally = model.make_tally();

  const std::int64_t before = allocations;
  for (std::uint64_t first = 0; first < model.sites(); first += 8) {
    const std::uint64_t left = model.sites() - first;
    model.make_block(scratch, first, static_cast<std::uint32_t>(std::min<std::uint64_t>(8, left)));
    for (std::uint32_t draw = 0; draw < 2; ++draw) {
      model.run_draw(scratch, draw, tally);
      model.finish_draw(scratch, draw, tally);
    }
  }

  EXPECT_EQ(allocations - before, 0);
  EXPECT_GT(tally.arms[0].years[3].person_years, 1'000);
}

}  // namespace
}  // namespace samspil
