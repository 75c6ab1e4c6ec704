import { html, type Html } from './html';
import type { ReportChain, ReportCondition } from './report-data';

/** Why the first row is one: its events, what tied them, and what each condition read. */
export function chainParts({ legs, between }: ReportChain): Html {
  return html`<h4>Why: the join chain of the first row</h4>
<ol>${legs.map(
    ({ leg, eventCount, events, matchedOn, conditions }) => html`<li>
<p><strong>${leg}</strong>${eventCount > events.length ? ` ${eventCount.toLocaleString('en')} events, the first of them:` : ''}</p>
<ul>${events.map(({ time, host, gist, line }) => html`<li>${[time, host, gist].filter((text) => text !== null && text !== '').join(' · ')} <span class="soft">${line > 0 ? `line ${line} of the pack’s events` : ''}</span></li>`)}</ul>
${matchedOn.map(({ text, value }) => html`<p>Joined on <code>${text}</code>: <code>${value ?? 'missing'}</code></p>`)}
${conditionList(conditions)}
</li>`,
  )}</ol>
${conditionList(between)}
`;
}

function conditionList(conditions: readonly ReportCondition[]): Html {
  if (conditions.length === 0) return html``;
  return html`<ul>${conditions.map(({ text, holds, values }) => html`<li>${holds === null ? 'Unknown' : holds ? 'Holds' : 'Fails'}: <code>${text}</code>${values.map(({ field, value }) => html`<br><span class="soft">${field} = </span><code>${value ?? 'missing'}</code>`)}</li>`)}</ul>`;
}
