/** Of the report alone: it has no other file. Colours keep 4.5:1 against their ground in both themes. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--tint:#f6f8fa;--hit:#b42318;--mark:#0b6bcb}
@media (prefers-color-scheme:dark){:root{--ground:#0f1318;--ink:#e6e9ed;--soft:#a2acb8;--line:#353d47;--tint:#181e25;--hit:#ff8d80;--mark:#74b7ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main,header{max-width:72rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
h4{font-size:.95rem;margin:1.1rem 0 .3rem}
p,li,dd{overflow-wrap:anywhere}
.soft{color:var(--soft)}
.text{white-space:pre-line}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1rem;margin:.9rem 0 0}
dt{color:var(--soft)}
dd{margin:0}
code,pre,td,dd{font-variant-ligatures:none}
code,pre{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.85em}
pre{background:var(--tint);border:1px solid var(--line);border-radius:4px;padding:.7rem;white-space:pre-wrap;overflow-wrap:anywhere}
.wide{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;font-size:.85em;min-width:100%}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
th{background:var(--tint)}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
.verdict{font-weight:600}
svg{display:block;width:100%;min-width:40rem;height:auto;font-size:12px}
svg text{fill:var(--soft)}
svg .lane{stroke:var(--line)}
svg .mark{fill:var(--mark)}
svg .hit{fill:var(--hit)}
footer{max-width:72rem;margin:2.5rem auto;padding:0 1.5rem;color:var(--soft)}
@media (max-width:40rem){
main,header,footer{padding-left:1rem;padding-right:1rem}
dl{grid-template-columns:minmax(0,1fr);gap:0}
dt{margin-top:.5rem}
ol,ul{padding-left:1.3rem}
}
@media print{
@page{margin:16mm}
:root{color-scheme:light;--ground:#fff;--ink:#000;--soft:#444;--line:#999;--tint:#f4f4f4;--hit:#a00;--mark:#046}
body{font-size:10pt}
main,header,footer{max-width:none;padding:0}
.wide{overflow:visible}
svg{min-width:0}
td,.many th{overflow-wrap:anywhere}
.rows,.many{font-size:7pt}
.rows th,.rows td,.many th,.many td{padding:.15rem .3rem}
h2,h3,h4{break-after:avoid}
tr,li,pre,svg,dl{break-inside:avoid}
thead{display:table-header-group}
.analytic{break-before:page}
}`;
