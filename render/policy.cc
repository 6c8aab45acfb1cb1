#include "render/policy.h"

#include <glib.h>

#include <memory>
#include <vector>

namespace zeitstrahl {
namespace {

// "'sha256-...'", as browsers compute it.
std::string hash_source(std::string_view content) {
  const std::unique_ptr<GChecksum, decltype(&g_checksum_free)> sum(
      g_checksum_new(G_CHECKSUM_SHA256), g_checksum_free);
  g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(content.data()),
                    static_cast<gssize>(content.size()));
  std::vector<guchar> digest(32);
  gsize size = digest.size();
  g_checksum_get_digest(sum.get(), digest.data(), &size);
  const std::unique_ptr<gchar, decltype(&g_free)> encoded(g_base64_encode(digest.data(), size),
                                                          g_free);
  return "'sha256-" + std::string(encoded.get()) + "'";
}

}  // namespace

std::string policy_element(std::string_view style, std::string_view script) {
  std::string out = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
  out += "base-uri 'none'; form-action 'none'; font-src data:; style-src " + hash_source(style);
  if (!script.empty()) out += "; script-src " + hash_source(script);
  return out + "\">";
}

}  // namespace zeitstrahl
