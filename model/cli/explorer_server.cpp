#include "model/cli/explorer_server.hpp"

#include <fmt/core.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <map>
#include <random>
#include <string_view>

namespace samspil::cli {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using Request = http::request<http::empty_body>;
using Response = http::response<http::string_body>;

constexpr auto between_looks = std::chrono::milliseconds{200};
constexpr auto longest_wait = std::chrono::seconds{5};

/// 128 bits of the machine's own chance.
std::string new_token() {
  std::random_device chance;
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", chance());
  return token;
}

const char* type_of(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  return "application/octet-stream";
}

struct Page {
  std::string type, bytes;
};

}  // namespace

/// One request on one connection, and no step waits longer than `longest_wait`: whoever connects
/// and says nothing holds up nobody for long.
struct ExplorerServer::Parts {
  asio::io_context io{1};
  Tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), 0}};
  std::string token = new_token();
  std::map<std::string, Page> pages;  ///< By path.

  std::string host() const { return fmt::format("127.0.0.1:{}", acceptor.local_endpoint().port()); }

  Response answer(const Request& request) const {
    Response response{http::status::ok, request.version()};
    response.set(http::field::cache_control, "no-store");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    response.set("Referrer-Policy", "no-referrer");
    response.keep_alive(false);
    const bool is_get = request.method() == http::verb::get || request.method() == http::verb::head;
    const auto page = pages.find(std::string{request.target()});
    // A page of elsewhere that found a name for this machine asks for another host.
    if (request[http::field::host] != host() || page == pages.end()) {
      response.result(http::status::not_found);
    } else if (!is_get) {
      response.result(http::status::method_not_allowed);
    } else {
      response.set(http::field::content_type, page->second.type);
      if (request.method() == http::verb::get) response.body() = page->second.bytes;
    }
    response.prepare_payload();
    return response;
  }

  void talk(Tcp::socket socket) const {
    auto stream = std::make_shared<beast::tcp_stream>(std::move(socket));
    auto buffer = std::make_shared<beast::flat_buffer>();
    auto request = std::make_shared<Request>();
    stream->expires_after(longest_wait);
    http::async_read(*stream, *buffer, *request,
                     [this, stream, buffer, request](beast::error_code error, std::size_t) {
                       if (error) return;
                       auto response = std::make_shared<Response>(answer(*request));
                       stream->expires_after(longest_wait);
                       http::async_write(
                           *stream, *response, [stream, response](beast::error_code, std::size_t) {
                             beast::error_code ignored;
                             stream->socket().shutdown(Tcp::socket::shutdown_send, ignored);
                           });
                     });
  }

  void accept() {
    acceptor.async_accept([this](beast::error_code error, Tcp::socket socket) {
      if (!error) talk(std::move(socket));
      accept();
    });
  }
};

ExplorerServer::ExplorerServer(const std::vector<std::pair<std::string, std::string>>& files)
    : parts_{std::make_unique<Parts>()} {
  for (const auto& [name, bytes] : files) {
    const std::string path = '/' + parts_->token + '/' + (name == "index.html" ? "" : name);
    parts_->pages[path] = {type_of(name), bytes};
  }
}

ExplorerServer::~ExplorerServer() = default;

std::string ExplorerServer::address() const {
  return fmt::format("http://{}/{}/", parts_->host(), parts_->token);
}

void ExplorerServer::serve(int (*stop_asked)()) {
  parts_->accept();
  while (stop_asked() == 0) parts_->io.run_for(between_looks);
}

}  // namespace samspil::cli
