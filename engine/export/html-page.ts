/** Paper by day and ink by night, as the reader's system has it; no font that is not there already. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fdfcf9,#1b1b1a);--side:light-dark(#f4f2ec,#242422);--ink:light-dark(#1d1c1a,#eceae4);--quiet:light-dark(#5a5853,#b1ada3);--line:light-dark(#d8d3c7,#43413c);--accent:light-dark(#1d5c9e,#8dbdf0);--warn:light-dark(#99222c,#ff9a9f);--chosen:light-dark(#fff3c9,#3a3418);--hatch:light-dark(#e7e3d8,#33322e);
--rose:light-dark(#96304a,#ef93a8);--blue:light-dark(#2b6aa6,#86b9ee);--green:light-dark(#4b7a35,#a5d38c);--violet:light-dark(#50307a,#c3a6ee);--ochre:light-dark(#8d6508,#e6c069);--teal:light-dark(#146a6b,#6fc9c8);--brown:light-dark(#663f2a,#d2a68f);--slate:light-dark(#2f3742,#b4bfcc)}
*{box-sizing:border-box}
html{scroll-padding-block-start:4rem}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 "Noto Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
.head,main,footer{padding-inline:clamp(16px,4vw,56px)}
.head{padding-block:28px 18px}
.running{display:flex;justify-content:space-between;gap:24px;font-size:13px;padding-block-end:14px}
.running b{letter-spacing:.08em}
h1{font:600 clamp(24px,3vw,36px)/1.15 "Noto Serif",Georgia,serif;margin:0;padding-block-start:12px;border-block-start:3px solid var(--ink);text-wrap:balance}
.question{font:19px/1.4 "Noto Serif",Georgia,serif;color:var(--quiet);margin:6px 0 0}
.head dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:14px 0 0;font-size:13px}
.head dl div{display:contents}
dt{color:var(--quiet)}
dd{margin:0}
h2{font-size:17px;margin:34px 0 10px}
h3,h4{font-size:15px;margin:22px 0 8px}
p{margin:0}
.hint{color:var(--quiet);font-size:13px;margin-block-end:8px}
table{border-collapse:separate;border-spacing:0;inline-size:100%}
.comparison table{table-layout:fixed}
.comparison th:first-child{inline-size:200px}
.wide .scroller{overflow:auto;max-block-size:92vh;border-block-end:1px solid var(--line)}
.wide table{inline-size:max-content}
.wide thead th{inline-size:280px}
th,td{vertical-align:top;text-align:start;padding:9px 12px;border-block-end:1px solid var(--line);border-inline-start:1px solid var(--line)}
th:first-child,td:first-child{border-inline-start:0}
thead th{position:sticky;inset-block-start:0;background:var(--paper);z-index:1;border-block-end:1px solid var(--ink);font-weight:650}
thead small{font-weight:400;color:var(--quiet);font-size:13px}
.party{border-block-start:3px solid var(--own,var(--line))}
.rose{--own:var(--rose)}.blue{--own:var(--blue)}.green{--own:var(--green)}.violet{--own:var(--violet)}.ochre{--own:var(--ochre)}.teal{--own:var(--teal)}.brown{--own:var(--brown)}.slate{--own:var(--slate)}
.comparison tbody th{font-weight:400;background:var(--side);position:sticky;inset-inline-start:0}
.comparison thead th:first-child{inset-inline-start:0;z-index:2;background:var(--side)}
tbody th .number{color:var(--quiet)}
tbody th .line:first-of-type{display:inline}
[data-depth="1"]{padding-inline-start:26px}[data-depth="2"]{padding-inline-start:38px}[data-depth="3"],[data-depth="4"],[data-depth="5"],[data-depth="6"]{padding-inline-start:50px}
td.gap{background:repeating-linear-gradient(135deg,var(--hatch) 0 1px,transparent 1px 8px);color:var(--quiet)}
td.gap p{background:var(--paper);inline-size:fit-content;padding-inline:2px}
td.unseen{color:var(--quiet)}
td[data-cell]{cursor:pointer}
td.chosen{outline:2px solid var(--accent);outline-offset:-2px}
.position~.position{margin-block-start:9px;padding-block-start:9px;border-block-start:1px dotted var(--quiet)}
.condition{margin-block-start:5px;padding-inline-start:9px;border-inline-start:2px solid var(--line);font-size:14px}
.position,.condition,.line{white-space:pre-line}
.kind{font-size:12px;font-weight:650;border:1px solid currentColor;border-radius:4px;padding:0 5px;white-space:nowrap}
.kind.offer,.kind.view{border-radius:10px}.kind.commitment{border-width:2px}.kind.refusal{border-style:double;border-width:3px}
.strong{font-weight:650}.quiet,.status{color:var(--quiet);font-size:13px}.status{border-block-end:1px dotted currentColor}
.relation{font-variant-caps:all-small-caps;font-weight:650;letter-spacing:.04em}
.red-line{font-weight:650;border-block-end:2px solid var(--ink)}
.assessed{font-style:italic}
q,.quotation{font-family:"Noto Serif",Georgia,serif;quotes:none}
.cites{font-size:12px;line-height:1;margin-inline-start:2px}
a{color:var(--accent)}
.cites a{text-decoration:none;padding:1px 3px;border-radius:3px;background:var(--side)}
a:focus-visible,button:focus-visible,td:focus-visible,.scroller:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.key,.none,.box{list-style:none;padding:0;margin:10px 0}
.key{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:13px;color:var(--quiet)}
.box li{padding-inline-start:22px;position:relative}.box li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.3em;inline-size:11px;block-size:11px;border:1px solid var(--quiet)}
li{margin-block:5px}
.assessments{border:1px solid var(--line);padding:2px 18px 14px;margin-block-start:30px}
.assessments :is(h2,h3,h4){margin-block-start:14px}
.statement{display:grid;grid-template-columns:44px minmax(0,1fr);max-inline-size:860px;padding-block:11px;border-block-end:1px solid var(--line);scroll-margin-block-start:12px}
.statement:target,:target{background:var(--chosen)}
.statement .back{font-weight:650}
.statement .line:first-child q{font-size:17px}
.statement dl{display:grid;grid-template-columns:minmax(110px,max-content) 1fr;gap:2px 14px;margin:7px 0 0;font-size:13.5px}
.statement dl div{display:contents}
.annex{font-size:14px}
.annex thead th{position:static}
footer{padding-block:28px;color:var(--quiet);font-size:13px}
.emptiness{padding:20px 56px}
#pane{position:fixed;inset-block:0;inset-inline-end:0;inline-size:min(430px,92vw);overflow:auto;background:var(--side);border-inline-start:1px solid var(--line);padding:0 20px 24px;z-index:3}
#pane .bar{display:flex;justify-content:space-between;align-items:center;position:sticky;inset-block-start:0;background:var(--side);padding-block:8px}
#pane h2{margin:0}
#pane button{font:inherit;font-size:20px;line-height:1;inline-size:34px;block-size:34px;border:1px solid transparent;border-radius:6px;background:none;color:inherit;cursor:pointer}
#pane button:hover{border-color:var(--line)}
body.beside{padding-inline-end:min(430px,92vw)}
@media(max-width:900px){body.beside{padding-inline-end:0}}
@media print{
@page{size:A4 landscape;margin:12mm}
:root{color-scheme:light}
body,body.beside{font-size:9pt;padding:0;background:#fff}
.head,main,footer{padding-inline:0}
#pane,.hint{display:none}
thead{display:table-header-group}
thead th,.comparison tbody th{position:static}
tr,.statement{break-inside:avoid}
h2,h3,h4{break-after:avoid}
.comparison th:first-child{inline-size:38mm}
.scroller,.wide .scroller{overflow:visible;max-block-size:none}
.wide table,.wide tbody,.wide tr,.wide th,.wide td{display:block;inline-size:auto}
.wide thead{display:none}
.wide tr{break-inside:auto}
.wide tbody th{font-weight:650;border-block-start:1.5pt solid #000;break-after:avoid}
.wide td{border-inline-start:0;break-inside:avoid}
.wide td::before{content:attr(data-party);font-weight:650;display:block}
}
`

/** Shows the statements of a cell beside it. Without it, the same figures lead to the same statements. */
export const pageScript = `
'use strict';
(() => {
  const pane = document.getElementById('pane')
  const held = pane.querySelector('.held')
  let chosen = null
  const close = () => {
    pane.hidden = true
    document.body.classList.remove('beside')
    if (chosen) { chosen.classList.remove('chosen'); chosen.focus({ preventScroll: true }) }
    chosen = null
  }
  const show = (cell, first) => {
    const numbers = [...new Set([...cell.querySelectorAll('.cites a')].map((link) => link.getAttribute('href').slice(1)))]
    if (numbers.length === 0) return
    if (chosen) chosen.classList.remove('chosen')
    chosen = cell
    cell.classList.add('chosen')
    held.replaceChildren(...numbers.map((id) => {
      const copy = document.getElementById(id).cloneNode(true)
      copy.removeAttribute('id')
      copy.dataset.of = id
      return copy
    }))
    pane.hidden = false
    document.body.classList.add('beside')
    const wanted = first === undefined ? null : held.querySelector('[data-of="' + first + '"]')
    if (wanted) { wanted.scrollIntoView({ block: 'nearest' }); wanted.focus({ preventScroll: true }) }
  }
  for (const cell of document.querySelectorAll('.comparison tbody td')) {
    if (cell.querySelector('.cites') === null) continue
    document.getElementById('beside').hidden = false
    cell.dataset.cell = ''
    cell.tabIndex = 0
  }
  document.addEventListener('click', (event) => {
    if (event.target.closest('#pane button')) return close()
    const cell = event.target.closest('td[data-cell]')
    const link = event.target.closest('.cites a')
    if (!cell || (!link && String(getSelection()) !== '')) return
    if (link) event.preventDefault()
    show(cell, link ? link.getAttribute('href').slice(1) : undefined)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !pane.hidden) close()
    if (event.key === 'Enter' && event.target.matches('td[data-cell]')) show(event.target)
  })
})()
`
