// The stylesheet of the HTML page: light and dark, screen, phone and print.
#include "report/brief_render.h"

namespace entente {

std::string_view page_style() {
  return R"css(:root{--paper:#fbfaf6;--ink:#1f1e1c;--soft:#6b6862;--line:#ddd8cc;--accent:#7a2e1d;
--good:#1f6f8b;--bad:#b5432c;--mixed:#a07718;--good-wash:31,111,139;--bad-wash:181,67,44;--mixed-wash:160,119,24;
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e6e3dc;--soft:#a09c93;--line:#34373c;--accent:#e59a83;
--good:#6fbad6;--bad:#ec8a70;--mixed:#d9b25a;--good-wash:111,186,214;--bad-wash:236,138,112;--mixed-wash:217,178,90}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0 auto;padding:3.5rem 1.4rem 4rem;max-width:47rem;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 var(--serif);font-kerning:normal;overflow-wrap:break-word}
header{border-bottom:3px double var(--line);padding-bottom:1.3rem}
.kicker{margin:0;font:600 .78rem/1.4 var(--sans);letter-spacing:.09em;text-transform:uppercase;color:var(--accent)}
h1{margin:.35rem 0 .8rem;font-size:clamp(1.75rem,5.2vw,2.5rem);line-height:1.16;font-weight:600;letter-spacing:-.012em;
text-wrap:balance}
.origin{margin:0;font:.86rem/1.5 var(--sans);color:var(--soft)}
.origin span{opacity:.5}
nav{font:.82rem/1.75 var(--sans);border-bottom:1px solid var(--line);padding:.7rem 0}
nav ul{margin:0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:0 1.1rem}
nav li{margin:0;padding:0}
nav a{color:var(--soft)}
a{color:inherit;text-decoration:none}
a:hover,a:focus-visible{color:var(--accent);text-decoration:underline}
section{margin-top:2.7rem}
h2{margin:0 0 .7rem;font-size:1.38rem;line-height:1.25;font-weight:600}
h3{margin:1.7rem 0 .45rem;font:600 .92rem/1.4 var(--sans)}
p,.para{margin:.55rem 0}
#in-short .para{font-size:1.14rem;line-height:1.55}
#in-short .para:first-of-type{font-size:1.24rem}
.legend{font:.86rem/1.5 var(--sans);color:var(--soft);margin:0 0 .9rem}
ul{margin:.4rem 0;padding-left:1.15rem}
li{margin:.36rem 0;padding-left:.15rem}
li::marker{color:var(--soft)}
sup.notes{font:.68em/1 var(--sans);vertical-align:.42em;color:var(--accent);margin-left:.12em}
sup.notes a{padding:.15em .05em}
.comma{padding-right:.14em}
time{white-space:nowrap}
.sure{font:.72rem/1 var(--sans);color:var(--soft);white-space:nowrap;margin-left:.15em}
figure{margin:1.2rem auto 1.5rem;max-width:36rem}
.plain{max-width:32rem;margin-left:0}
.figure{display:block;width:100%;height:auto}
.wide{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;width:100%;font:.86rem/1.45 var(--sans);font-variant-numeric:tabular-nums lining-nums}
th,td{padding:.42rem .5rem;text-align:left;vertical-align:baseline}
thead th{font-weight:500;color:var(--soft);border-bottom:1px solid var(--ink);font-size:.78rem}
tbody th{font-weight:600}
.actors tbody tr{border-bottom:1px solid var(--line)}
.n{text-align:right}
.standing{line-height:1.3}
.standing thead th:not(:first-child),.standing td{text-align:center}
.standing tbody th{min-width:8.5rem}
.standing tbody th+td{font-weight:600}
.standing tbody tr:not(.under) th,.standing tbody tr:not(.under) td{padding:.55rem .35rem .45rem}
.standing tbody tr:not(.under) th{padding-left:0}
.standing .under td{text-align:left;padding:0 0 .5rem;color:var(--soft);font-size:.78rem;border-bottom:1px solid var(--line)}
.good{color:var(--good)}.bad{color:var(--bad)}.mixed{color:var(--mixed)}
td.good.d1{background:rgba(var(--good-wash),.07)}td.good.d2{background:rgba(var(--good-wash),.13)}
td.good.d3{background:rgba(var(--good-wash),.2)}td.good.d4{background:rgba(var(--good-wash),.28)}
td.bad.d1{background:rgba(var(--bad-wash),.07)}td.bad.d2{background:rgba(var(--bad-wash),.13)}
td.bad.d3{background:rgba(var(--bad-wash),.2)}td.bad.d4{background:rgba(var(--bad-wash),.28)}
td.mixed{background:rgba(var(--mixed-wash),.13)}
.fold{display:inline;margin-left:.25em}
.fold summary{display:inline;cursor:pointer;font:.76rem var(--sans);color:var(--accent);list-style:none}
.fold summary::-webkit-details-marker{display:none}
.fold[open] summary{color:var(--soft)}
.marks{padding-left:1.6rem;font-size:.95rem}
.notes-list{padding-left:2.1rem;font-size:.9rem;line-height:1.5}
.notes-list li{margin:.55rem 0}
.notes-list li::marker{font:.78rem var(--sans);color:var(--accent)}
.notes-list q{quotes:"“" "”" "‘" "’"}
cite{font:normal .76rem/1.4 var(--sans);color:var(--soft)}
.back{font:.76rem var(--sans);color:var(--accent);white-space:nowrap}
:target{background:rgba(var(--mixed-wash),.18);border-radius:3px}
section:target{background:none}
footer{margin-top:3rem;padding-top:1rem;border-top:3px double var(--line);font:.8rem/1.5 var(--sans);color:var(--soft)}
@media (max-width:34rem){body{padding:1.7rem 1.05rem 2.5rem;font-size:1rem}
#in-short .para{font-size:1.05rem}#in-short .para:first-of-type{font-size:1.12rem}
.standing tbody th,.standing thead th:first-child{position:sticky;left:0;background:var(--paper);min-width:6.6rem}
figure{margin-left:-.4rem;margin-right:-.4rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb}body{max-width:none;padding:0;font-size:10.5pt}
nav{display:none}h2,h3{break-after:avoid}figure,tr,li{break-inside:avoid}.wide{overflow:visible}a{color:inherit}
.fold summary{display:none}}
)css";
}

}  // namespace entente
