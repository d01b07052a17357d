#include <trujaman/c/translate.h>
#include <trujaman/document_writer.hpp>

#include "capi/document.hpp"
#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/input.hpp"

using namespace trujaman;

struct trujaman_renderer {
  const Block* block;
  std::vector<Rendering> renderings;
};

trujaman_status trujaman_renderer_add(trujaman_renderer* renderer,
                                      const trujaman_rendering* rendering) {
  return capi::guard([&] {
    trujaman_renderer& to = capi::need(renderer, "renderer");
    const trujaman_rendering& from = capi::need(rendering, "rendering");
    capi::need_unused(from.reserved, "a rendering");
    Rendering out;
    out.span = capi::span(from.span, to.block->text, "a rendering");
    if (from.text != nullptr) {
      out.text = capi::text(from.text, "a rendering's text");
      out.codes = capi::codes(from.codes, from.code_count, *out.text);
    }
    out.revise = from.revise;
    to.renderings.push_back(std::move(out));
  });
}

trujaman_status trujaman_document_translate(const trujaman_input* input,
                                            const trujaman_output* output,
                                            trujaman_block_translator translator, void* user,
                                            const trujaman_document_options* options,
                                            trujaman_render_summary* summary) {
  return capi::put_if(summary, [&] {
    capi::need_callback(translator, "translator");
    const ReadOptions how = capi::read_options(options);
    capi::Input in(input);
    const std::string bytes = in.bytes();
    capi::Output out(output);
    const RenderSummary done = translate_document(
        bytes, in.name(), out.stream(),
        [&](std::size_t number, const Block& block) {
          capi::Arena arena;
          const trujaman_block shown = capi::to_c(block, arena);
          trujaman_renderer renderer{&block, {}};
          capi::go_on(translator(number, &shown, &renderer, user));
          return std::move(renderer.renderings);
        },
        how);
    out.finish();
    return trujaman_render_summary{done.replaced, done.left};
  });
}
