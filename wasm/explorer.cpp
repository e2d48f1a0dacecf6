// The module that a page loads: text in, text out. A text lies in memory that the page may read
// until it asks again.
#include <emscripten/emscripten.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "wasm/session.hpp"

namespace {

samspil::Session& session() {
  static samspil::Session the_only;
  return the_only;
}
std::string told;

}  // namespace

extern "C" {

/// Memory of the page for what it asks; taken back by what asks.
EMSCRIPTEN_KEEPALIVE void* samspil_room(std::size_t bytes) { return std::malloc(bytes); }

/// Answers a question of Session::answer(); its bytes are samspil_told() many.
EMSCRIPTEN_KEEPALIVE const char* samspil_ask(char* question, std::size_t bytes) {
  const std::string text{question, bytes};
  std::free(question);
  told = session().answer(samspil::Json::parse(text)).dump();
  return told.data();
}
EMSCRIPTEN_KEEPALIVE std::size_t samspil_told() { return told.size(); }

/// The file that was made by the last question.
EMSCRIPTEN_KEEPALIVE const char* samspil_made() { return session().made().data(); }
EMSCRIPTEN_KEEPALIVE std::size_t samspil_made_bytes() { return session().made().size(); }

/// The first families of the scenario that was loaded, and back.
EMSCRIPTEN_KEEPALIVE const char* samspil_start(std::size_t families) {
  told = session().start_of(families);
  return told.data();
}
EMSCRIPTEN_KEEPALIVE void samspil_take_start(char* bytes, std::size_t size) {
  session().take_start({bytes, size});
  std::free(bytes);
}
}
