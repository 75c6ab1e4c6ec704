import { html, Html } from './html';
import { chainParts } from './report-chain';
import type { ReportAnalytic, ReportData, ReportReading } from './report-data';
import { REPORT_STYLE } from './report-style';
import { sessionSvg } from './session-svg';

/** The report of a pack: one page that holds all it shows, runs no script and asks no network, by its own policy too. */
export function reportHtml(report: ReportData): string {
  const { title, techniques, app, link, facts, analytics, environment, unknown, notes } = report;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${`${title}: evidence`}</title>
<style>${new Html(REPORT_STYLE)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${when(techniques.length > 0, html`<p class="soft">ATT&amp;CK ${techniques.join(', ')}</p>`)}
</header>
<main>
<section aria-labelledby="finding">
<h2 id="finding">Finding</h2>
${summaryTable(analytics)}
<dl>${facts.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}${when(link !== '', html`<dt>View</dt><dd>${link}</dd>`)}</dl>
</section>
${when(notes.length > 0, html`<section aria-labelledby="notes"><h2 id="notes">Notes</h2><ul>${notes.map(({ label, note, tags }) => html`<li><p class="text">${[label, note].filter((text) => text !== '').join('\n')}</p>${when(tags.length > 0, html`<p class="soft">${tags.join(', ')}</p>`)}</li>`)}</ul></section>`)}
${analytics.map(analyticPart)}
${sessionPart(report)}
<section aria-labelledby="environment">
<h2 id="environment">Environment</h2>
${countsTable('Hosts', environment.hosts)}
${countsTable('Channels', environment.channels)}
</section>
<section aria-labelledby="unknown">
<h2 id="unknown">What could not be known</h2>
<ul>${unknown.map((sentence) => html`<li>${sentence}</li>`)}</ul>
</section>
</main>
<footer>Made by Huntbook ${app}. Open the pack in Huntbook to check it, or run <code>sha256sum -c SHA256SUMS</code> in its folder.</footer>
</body>
</html>
`;
  return page.markup;
}

const NOTHING = html``;
/** Letters in the heads of columns that still fit on a page of paper, where none is cut in two. */
const WIDEST_ON_PAPER = 108;

function when(is: boolean, part: Html): Html {
  return is ? part : NOTHING;
}

function summaryTable(analytics: readonly ReportAnalytic[]): Html {
  const rows = analytics.flatMap(({ id, title, readings }) => readings.map(({ name, verdict, known }, i) => html`<tr>${when(i === 0, html`<th scope="rowgroup" rowspan="${readings.length}">${id}</th><td rowspan="${readings.length}">${title}</td>`)}<td>${name}</td><td class="verdict">${verdict}${knownText(known)}</td></tr>`));
  return wide('What each reading found', html`<table><thead><tr><th scope="col">Analytic</th><th scope="col">Title</th><th scope="col">Reading</th><th scope="col">Verdict</th></tr></thead><tbody>${rows}</tbody></table>`);
}

function analyticPart({ id, title, description, readings }: ReportAnalytic): Html {
  return html`<section class="analytic" aria-label="${`Analytic ${id}`}">
<h2>${`Analytic ${id}: ${title}`}</h2>
${when(description !== '', html`<p class="text">${withCode(description)}</p>`)}
${readings.map((reading) => readingPart(id, reading))}
</section>
`;
}

function readingPart(id: string, { name, verdict, code, columns, rows, rowCount, known, funnel, chain }: ReportReading): Html {
  const more = rowCount - rows.length;
  const isKnown = new Set(known);
  const heads = known.length > 0 ? [...columns, 'Known'] : columns;
  return html`<h3>${name}</h3>
<p class="verdict">${verdict}${knownText(known)}</p>
<pre>${code}</pre>
${when(rows.length > 0, html`${wide(`Rows of analytic ${id}, ${name}`, html`<table class="${headsWidth(heads) > WIDEST_ON_PAPER ? 'many' : 'rows'}"><thead><tr>${heads.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows.map((row, i) => html`<tr class="${isKnown.has(i) ? 'soft' : ''}">${row.map((cell) => html`<td>${cell ?? ''}</td>`)}${when(known.length > 0, html`<td>${isKnown.has(i) ? 'known' : ''}</td>`)}</tr>`)}</tbody></table>`)}${when(more > 0, html`<p class="soft">${`${more.toLocaleString('en')} more are in the pack’s rows.`}</p>`)}`)}
${when(funnel.length > 0, html`<h4>Funnel</h4>${wide(`Funnel of analytic ${id}, ${name}`, html`<table><thead><tr><th scope="col">Leg</th><th scope="col">Step</th><th scope="col" class="number">Left</th></tr></thead><tbody>${funnel.map(({ leg, text, left }) => html`<tr><td>${leg ?? ''}</td><td><code>${text}</code></td><td class="number">${left.toLocaleString('en')}</td></tr>`)}</tbody></table>`)}`)}
${chain === null ? NOTHING : chainParts(chain)}
`;
}

function sessionPart({ session }: ReportData): Html {
  if (session === null) return NOTHING;
  const picture = sessionSvg(session);
  return html`<section aria-labelledby="session">
<h2 id="session">Session timeline</h2>
<p>${session.name}</p>
${picture === null ? NOTHING : html`${wide('Session over time', picture)}<p class="soft">Large marks are events behind a row.</p>`}
${wide('Events of the session', html`<table><thead><tr><th scope="col">Time</th><th scope="col">What</th><th scope="col">Behind</th></tr></thead><tbody>${session.events.map(({ time, role, note, hits }) => html`<tr><td>${time ?? ''}</td><td>${note === '' ? role : note}</td><td>${hits.join(', ')}</td></tr>`)}</tbody></table>`)}
${when(session.more > 0, html`<p class="soft">${`${session.more.toLocaleString('en')} more events of the session are in the dataset.`}</p>`)}
</section>`;
}

function countsTable(name: string, counts: readonly { readonly value: string; readonly events: number }[]): Html {
  return wide(name, html`<table><thead><tr><th scope="col">${name}</th><th scope="col" class="number">Events</th></tr></thead><tbody>${counts.map(({ value, events }) => html`<tr><td>${value}</td><td class="number">${events.toLocaleString('en')}</td></tr>`)}</tbody></table>`);
}

/** Counted apart, never left out: they are in the baseline of the pack, each with its reason. */
function knownText(known: readonly number[]): string {
  return known.length === 0 ? '' : `, ${known.length.toLocaleString('en')} of them known`;
}

function headsWidth(columns: readonly string[]): number {
  // Two for the space beside each.
  return columns.reduce((sum, { length }) => sum + length + 2, 0);
}

/** A hunt's words, in which code stands between backticks. */
function withCode(text: string): readonly Html[] {
  return text.split(/`([^`\n]+)`/).map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

/** What may be wider than the page scrolls by itself, by keyboard too. */
function wide(name: string, content: Html): Html {
  return html`<div class="wide" role="region" aria-label="${name}" tabindex="0">${content}</div>`;
}
