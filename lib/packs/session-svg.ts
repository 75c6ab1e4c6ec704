import { html, type Html } from './html';
import type { ReportSession } from './report-data';

const WIDTH = 900;
const LEFT = 110;
const LANE = 34;
const TOP = 12;

/** A session's events over time, a lane for each role, as a picture that needs nothing else; null without two readable times. */
export function sessionSvg({ name, events }: ReportSession): Html | null {
  const timed = events.flatMap(({ millis, ...event }) => (millis === null ? [] : [{ ...event, millis }]));
  const roles = [...new Set(timed.map(({ role }) => role))];
  const first = Math.min(...timed.map(({ millis }) => millis));
  const last = Math.max(...timed.map(({ millis }) => millis));
  if (timed.length < 2 || last === first) return null;
  const x = (millis: number) => Math.round((LEFT + ((millis - first) / (last - first)) * (WIDTH - LEFT - 20)) * 10) / 10;
  const y = (role: string) => TOP + LANE * roles.indexOf(role) + LANE / 2;
  const bottom = TOP + LANE * roles.length;
  return html`<svg viewBox="0 0 ${WIDTH} ${bottom + 26}" role="img" aria-label="${`${name} over time: ${timed.length} events from ${timeText(first)} to ${timeText(last)}`}">
${roles.map((role) => html`<line class="lane" x1="${LEFT}" x2="${WIDTH - 20}" y1="${y(role)}" y2="${y(role)}"/><text x="0" y="${y(role) + 4}">${role}</text>`)}
${inFront(timed).map(({ millis, role, hits, note }) => html`<circle class="${hits.length > 0 ? 'hit' : 'mark'}" cx="${x(millis)}" cy="${y(role)}" r="${hits.length > 0 ? 7 : 5}"><title>${`${timeText(millis)} ${note}${hits.length > 0 ? ` (${hits.join(', ')})` : ''}`}</title></circle>`)}
<text x="${LEFT}" y="${bottom + 18}">${timeText(first)}</text><text x="${WIDTH - 20}" y="${bottom + 18}" text-anchor="end">${timeText(last)}</text>
</svg>`;
}

/** Events behind a row last, so that others do not cover them. */
function inFront<T extends { readonly hits: readonly string[] }>(events: readonly T[]): readonly T[] {
  return [...events.filter(({ hits }) => hits.length === 0), ...events.filter(({ hits }) => hits.length > 0)];
}

function timeText(millis: number): string {
  return `${new Date(millis).toISOString().replace('T', ' ').slice(0, 23)} UTC`;
}
