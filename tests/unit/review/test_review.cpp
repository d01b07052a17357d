#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/review.hpp>

#include "documents.hpp"
#include "review/labels.hpp"
#include "review/segment_html.hpp"

using namespace trujaman;

namespace {

std::string page(const SegmentedDocument& source, const SegmentedDocument& target,
                 const Alignment& alignment, const ReviewOptions& options = {}) {
  std::ostringstream out;
  const DocumentAlignment one{&target, &alignment};
  write_review(out, source, {&one, 1}, options);
  return out.str();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Bold "uno" that reaches over both sentences of a block.
SegmentedDocument bold_document() {
  SegmentedDocument out = document("a", "es", {"Es uno. Dos tres."});
  out.document.blocks[0].codes = {{3, CodeKind::Bpt, 1, "", "bold", "<b>", "", false},
                                  {4, CodeKind::Bpt, 2, "", "italic", "<i>", "", false},
                                  {11, CodeKind::Ept, 1, "", "bold", "</b>", "", false},
                                  {12, CodeKind::Ept, 2, "", "italic", "</i>", "", false}};
  out.segments = {{0, {0, 7}}, {0, {8, 17}}};
  return out;
}

}  // namespace

TEST_CASE("what stands in the documents is escaped everywhere", "[review]") {
  const std::string evil = "<script>alert('&\"')</script>";
  SegmentedDocument source = document(evil, "es", {evil, "Dos"});
  source.document.blocks[0].marker = evil;
  const SegmentedDocument target = document(evil, "en", {evil});
  const std::string html =
      page(source, target, {{{{0, 1}, {0, 1}, 0.2}, {{1, 2}, {1, 1}, 1.0}}, 0.2});
  CHECK_FALSE(has(html, "<script"));
  CHECK(has(html, "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;"));
  CHECK(has(html, "default-src 'none'"));
}

TEST_CASE("uncertain pairs and gaps are marked in words and listed with links", "[review]") {
  const SegmentedDocument source =
      document("a.es", "es", {"Uno", "Dos", "Tres", "Cuatro", "Cinco"});
  const SegmentedDocument target = document("a.en", "en", {"One", "Two", "Three"});
  const Alignment alignment{{{{0, 1}, {0, 1}, 0.99},
                             {{1, 2}, {1, 2}, 0.7},
                             {{2, 3}, {2, 3}, 0.3},
                             {{3, 4}, {3, 3}, 0.97},
                             {{4, 5}, {3, 3}, 0.96}},
                            0.66};
  const std::string html = page(source, target, alignment);
  CHECK(has(html, "<td lang=\"es\" dir=\"auto\"><p>Uno</p></td>"));
  CHECK(has(html, "To check first (3)"));
  const std::size_t worst = html.find("<a href=\"#p3\">3</a>");
  const std::size_t second = html.find("<a href=\"#p2\">2</a>");
  const std::size_t gaps = html.find("<a href=\"#p4\">4–5</a>");
  CHECK(worst < second);
  CHECK(second < gaps);
  CHECK(gaps < html.find("id=\"p1\""));
  CHECK(has(html, "⚠⚠ very uncertain"));
  CHECK(has(html, "⚠ uncertain"));
  CHECK(has(html, "∅ no counterpart"));
  CHECK(has(html, "<tr id=\"p1\" class=\"start\">"));
  CHECK(has(html, "1–0 · 97%"));
  CHECK(has(page(source, target, alignment, {.check_below = 0.0}), "To check first (1)"));
}

TEST_CASE("the page speaks English, Spanish or French", "[review]") {
  const SegmentedDocument source = document("a", "es", {"Uno"});
  const SegmentedDocument target = document("b", "en", {"One"});
  const Alignment alignment{{{{0, 1}, {0, 1}, 0.999}}, 0.999};
  const auto in = [&](const char* tag) {
    return page(source, target, alignment, {.language = LanguageTag(tag)});
  };
  CHECK(has(in("es-AR"), "<html lang=\"es\">"));
  CHECK(has(in("es-AR"), "Nada llama la atención."));
  CHECK(has(in("es-AR"), "99\u00A0%"));
  CHECK(has(in("fr"), "Rien n’attire l’attention."));
  CHECK(has(in("de"), "Nothing stands out."));
}

TEST_CASE("segments look like their blocks", "[review]") {
  SegmentedDocument d = document("a", "es", {"Título", "Punto. Más.", "Celda"});
  d.document.blocks[0].kind = BlockKind::Heading;
  d.document.blocks[0].level = 2;
  d.document.blocks[1].kind = BlockKind::ListItem;
  d.document.blocks[1].level = 1;
  d.document.blocks[1].marker = "a)";
  d.document.blocks[2].kind = BlockKind::TableCell;
  d.segments = {{0, {0, 7}}, {1, {0, 6}}, {1, {7, 12}}, {2, {0, 5}}};
  const review::Labels& labels = review::labels_for(LanguageTag("es"));
  const std::string html = review::segments_html(d, 0, 4, labels);
  CHECK(html ==
        "<p class=\"h2\"><span class=\"unseen\" lang=\"es\">título</span> Título</p>"
        "<p class=\"li l1\"><span class=\"unseen\" lang=\"es\">elemento de lista</span> "
        "<span class=\"marker\">a)</span> Punto.</p><p class=\"li l1\">Más.</p>"
        "<p class=\"cell\"><span class=\"kind\" lang=\"es\">celda</span> Celda</p>");
}

TEST_CASE("bold and italic are shown, well nested, in each segment they reach", "[review]") {
  const review::Labels& labels = review::labels_for(LanguageTag("en"));
  const SegmentedDocument d = bold_document();
  CHECK(review::segments_html(d, 0, 1, labels) == "<p>Es <b>u<i>no.</i></b></p>");
  CHECK(review::segments_html(d, 1, 2, labels) == "<p><b><i>Dos</i></b><i> </i>tres.</p>");
}

TEST_CASE("long texts are cut for the list between two characters", "[review]") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "áé";
  const SegmentedDocument d = document("a", "es", {text});
  const std::string cut = review::excerpt_html(d, 0, 1);
  CHECK(cut.ends_with("áé…"));
  CHECK(cut.size() == 200 + std::string("…").size());
  CHECK(review::excerpt_html(document("a", "es", {"á", "b"}), 0, 2) == "á b");
}
