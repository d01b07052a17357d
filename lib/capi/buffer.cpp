#include <trujaman/c/io.h>

#include "capi/guard.hpp"
#include "capi/handles.hpp"

using namespace trujaman;

trujaman_status trujaman_buffer_new(trujaman_buffer** buffer) {
  return capi::give(buffer, "buffer", [] { return capi::make_buffer({}); });
}

int trujaman_buffer_write(const void* bytes, size_t size, void* buffer) {
  return capi::guard([&] {
           auto& to = capi::need(static_cast<trujaman_buffer*>(buffer), "buffer");
           if (size == 0) return;
           to.bytes.append(
               static_cast<const char*>(&capi::need(static_cast<const char*>(bytes), "bytes")),
               size);
         }) == TRUJAMAN_OK
             ? 1
             : 0;
}

const char* trujaman_buffer_data(const trujaman_buffer* buffer) {
  if (buffer != nullptr) return buffer->bytes.c_str();
  static_cast<void>(capi::guard([&] { capi::need(buffer, "buffer"); }));
  return nullptr;
}

size_t trujaman_buffer_size(const trujaman_buffer* buffer) {
  return capi::size_of(buffer, "buffer", [](const auto& b) { return b.bytes.size(); });
}

void trujaman_buffer_free(trujaman_buffer* buffer) {
  delete buffer;
}
