#include <memory>

#include <trujaman/c/unit_filter.h>
#include <trujaman/unit_filter.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"

using namespace trujaman;

struct trujaman_selector {
  UnitSelector selector;
};

trujaman_status trujaman_selector_new(const trujaman_unit_filter* filter,
                                      trujaman_selector** selector) {
  return capi::give(selector, "selector", [&] {
    return std::make_unique<trujaman_selector>(
        trujaman_selector{UnitSelector(capi::unit_filter(filter))});
  });
}

trujaman_status trujaman_selector_wants(const trujaman_selector* selector,
                                        const trujaman_unit* unit, bool* wanted) {
  return capi::put(wanted, "wanted",
                   [&] { return capi::need(selector, "selector").selector(capi::unit(unit)); });
}

void trujaman_selector_free(trujaman_selector* selector) {
  delete selector;
}
