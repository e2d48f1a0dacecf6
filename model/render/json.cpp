#include "model/render/json.hpp"

#include <nlohmann/json.hpp>

#include "model/core/shown_text.hpp"

namespace samspil {

std::string as_json_text(const Json& document) {
  return shown_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace samspil
