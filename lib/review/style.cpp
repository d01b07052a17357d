#include "review/style.hpp"

namespace trujaman::review {

// Colours have a contrast of 4.5 or more on their grounds (WCAG 2.2 AA); none says what a word or
// sign beside it does not say, too.
std::string_view style_sheet() {
  return R"css(
:root { color-scheme: light dark;
  --ground: #fff; --text: #1d2329; --soft: #56616c; --line: #d9dee3; --strong-line: #9aa5b0;
  --link: #0b57a4; --check: #8a4b00; --check-ground: #fff6e5;
  --gap: #8f1f2f; --gap-ground: #fdf0f1; --bar: #3b7a57; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #15191d; --text: #e4e8ec; --soft: #a3aeb9; --line: #333b43; --strong-line: #66717c;
  --link: #8ec2ff; --check: #ffc46b; --check-ground: #2d2413;
  --gap: #ff9aa8; --gap-ground: #311a1e; --bar: #6cc092; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0 auto; padding: 1.5rem; max-width: 100rem; background: var(--ground);
  color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Liberation Sans",
  Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
a { color: var(--link); }
table { border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }

.facts th, .facts td { padding: .3rem 1.2rem .3rem 0; border-bottom: 1px solid var(--line); }
.facts thead th, .check thead th { color: var(--soft); font-weight: 600; font-size: .85rem; }
.facts .n, .check .n { text-align: end; font-variant-numeric: tabular-nums; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
.panels { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 4rem; }
.panels caption { text-align: start; color: var(--soft); font-weight: 600; font-size: .85rem; }
.panels .facts td, .panels .facts th { padding-block: .15rem; font-weight: 400; }
.bar { width: 10rem; }
.bar span { display: block; height: .7rem; margin-top: .4rem; min-width: 1px;
  background: var(--bar); border-radius: 2px; }

.check { width: 100%; }
.check th, .check td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
.check td { overflow-wrap: anywhere; }
.check .why, .check .n { white-space: nowrap; }
.check .flag { font-weight: 700; }
.none { color: var(--soft); }

.filter { margin: 0 .5rem 0 0; width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; }
.legend { color: var(--soft); font-size: .875rem; max-width: 60rem; margin: .3rem 0 .8rem; }
.filter:checked ~ .pairs tbody tr:not(.look) { display: none; }

.pairs { width: 100%; table-layout: fixed; }
.pairs .number { width: 7.5rem; }
.pairs thead th { position: sticky; top: 0; background: var(--ground); z-index: 1;
  padding: .5rem .8rem; border-bottom: 2px solid var(--strong-line); overflow-wrap: anywhere; }
.pairs thead .tag { color: var(--soft); font-weight: 400; }
.pairs tbody th { padding: .45rem .5rem .45rem .6rem; font-weight: 400; font-size: .8125rem;
  color: var(--soft); border-inline-start: 4px solid transparent;
  font-variant-numeric: tabular-nums; }
.pairs tbody th a { font-size: .9375rem; color: inherit; text-decoration: none; }
.pairs tbody th a:hover, .pairs tbody th a:focus { text-decoration: underline; }
.pairs tbody td { padding: .45rem .8rem; overflow-wrap: break-word; hyphens: auto; }
.pairs tbody tr { border-bottom: 1px dotted var(--line); }
.pairs tbody tr.start { border-top: 1px solid var(--strong-line); }
.pairs tbody tr:target { outline: 3px solid var(--link); outline-offset: -3px; }
.pairs td p { margin: 0; }
.pairs td p + p { margin-top: .3rem; padding-top: .3rem; border-top: 1px dotted var(--line); }
.pairs .sure { display: block; white-space: nowrap; }
.pairs.two .sure { display: inline; margin-inline-start: .5rem; }
.pairs.two .number { width: 9rem; }
.pairs .flag { display: block; font-weight: 700; line-height: 1.3; }
tr.look { background: var(--check-ground); }
tr.look th { border-inline-start-color: var(--check) !important; }
.flag { color: var(--check); }
tr.gap { background: var(--gap-ground); }
tr.gap th { border-inline-start: 4px double var(--gap) !important; }
tr.gap .flag, .flag.gap { color: var(--gap); }
td .missing { color: var(--gap); font-style: italic; border: 1px dashed var(--gap);
  border-radius: 3px; padding: 0 .5rem; display: inline-block; }

.h1, .h2, .h3, .h4, .h5, .h6 { font-weight: 700; line-height: 1.3; }
.h1 { font-size: 1.4rem; } .h2 { font-size: 1.2rem; } .h3 { font-size: 1.08rem; }
.li { padding-inline-start: 1.2rem; }
.l2 { padding-inline-start: 2.4rem; } .l3 { padding-inline-start: 3.6rem; }
.l4 { padding-inline-start: 4.8rem; }
.marker { color: var(--soft); }
.note, .caption { font-size: .9rem; }
.kind { font-size: .7rem; letter-spacing: .03em; color: var(--soft); border: 1px solid var(--line);
  border-radius: 3px; padding: 0 .3rem; vertical-align: .08rem; font-weight: 400; }
code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .92em; }

@media screen and (max-width: 48rem) {
  body { padding: .8rem; }
  .pairs, .pairs tbody, .pairs tr, .pairs td, .pairs tbody th { display: block; }
  .check, .check tbody, .check tr, .check td { display: block; }
  .pairs thead, .check thead { display: none; }
  .check td { border: 0; padding-block: .1rem; }
  .check .n { text-align: start; }
  .check tr { border-bottom: 1px solid var(--line); padding-block: .4rem; }
  .pairs .flag, .pairs .sure { display: inline; margin-inline-start: .8rem; }
  .pairs tbody td { padding: .2rem .6rem .5rem; }
  .pairs tbody td::before { content: attr(lang); color: var(--soft); font-size: .75rem;
    margin-inline-end: .5rem; }
}

@page { margin: 14mm 12mm; }
@media print {
  :root { --ground: #fff; --text: #000; --soft: #444; --line: #bbb; --strong-line: #666;
    --link: #000; --check: #000; --check-ground: #fff; --gap: #000;
    --gap-ground: #fff; --bar: #444; }
  html { font-size: 9.5pt; }
  body { padding: 0; max-width: none; line-height: 1.35; }
  .filter, .filter + label { display: none; }
  .pairs thead { display: table-header-group; }
  .pairs thead th { position: static; }
  .pairs .number, .pairs.two .number { width: 26mm; }
  .pairs tbody td, .pairs tbody th { padding: .3rem .5rem .3rem .3rem; }
  .pairs tr, .check tr, .facts tr { break-inside: avoid; }
  tr.heading { break-after: avoid; }
  h2, h3 { break-after: avoid; }
  .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { text-decoration: none; }
}
)css";
}

}  // namespace trujaman::review
