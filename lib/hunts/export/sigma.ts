import { stringify } from 'yaml';
import type { Analytic, HuntDocument } from '@/lib/hunts/hunt-document';
import type { Translation } from './eql';
import { isChannel, isOfWindows, sigmaField } from './exported-field';
import type { Lost, PortableQuery, Step } from './portable-query';
import { leavesOf, type Leaf, type Term } from './portable-term';
import { SigmaDetection } from './sigma-detection';

/** Where the query names no window: a correlation must have one. */
const UNTOLD_WINDOW = '1h';

/** Sigma's services by channel, of https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-taxonomy.md */
const SERVICES: Readonly<Record<string, string>> = {
  application: 'application', security: 'security', system: 'system', 'windows powershell': 'powershell-classic',
  'microsoft-windows-sysmon/operational': 'sysmon', 'microsoft-windows-powershell/operational': 'powershell', 'microsoft-windows-wmi-activity/operational': 'wmi',
  'microsoft-windows-taskscheduler/operational': 'taskscheduler', 'microsoft-windows-windows defender/operational': 'windefend', 'microsoft-windows-ntlm/operational': 'ntlm',
  'microsoft-windows-bits-client/operational': 'bits-client',
};

/** What a rule says of itself. */
export interface RuleAbout {
  /** Of its name and those of the rules that it joins: a-z, 0-9 and _. */
  readonly stem: string;
  readonly title: string;
  /** Empty: it has none. */
  readonly description: string;
  readonly license: string | null;
  readonly techniques: readonly string[];
}

export function aboutAnalytic({ id, title, license, techniques }: HuntDocument, analytic: Analytic): RuleAbout {
  const own = analytic.title === `Analytic ${analytic.id}` ? analytic.title : `Analytic ${analytic.id}, ${analytic.title}`;
  return { stem: stemOf(`${id}_${analytic.id}`), title: `${title}: ${own}`, description: analytic.description, license, techniques };
}

/**
 * A Sigma rule for one kind of event; for several a rule each, and a correlation of them. Sources:
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md and sigma-correlation-rules-specification.md
 */
export function sigmaOf(queries: readonly PortableQuery[], about: RuleAbout): Translation {
  const lost: Lost[] = [];
  const documents = queries.flatMap((query, i) => rulesOf(query, about, queries.length > 1 ? `_${i + 1}` : '', lost));
  return { text: documents.map((rule) => stringify(rule, { lineWidth: 0 })).join('---\n'), lost };
}

function rulesOf({ steps, keys, window, columns, lost }: PortableQuery, { stem: ofAll, title: whole, description, license, techniques }: RuleAbout, suffix: string, notes: Lost[]): object[] {
  notes.push(...lost);
  const stem = `${ofAll}${suffix}`;
  const title = whole.slice(0, 256);
  const about = {
    status: 'experimental',
    ...(description === '' ? {} : { description }),
    ...(license === null ? {} : { license }),
    ...(techniques.length === 0 ? {} : { tags: techniques.map((technique) => `attack.${technique.toLowerCase()}`) }),
  };
  const names = steps.map(({ name }, i) => (steps.length === 1 ? stem : `${stem}_${i + 1}_${stemOf(name)}`));
  const rules = steps.map((step, i) => {
    const { logsource, detection } = detectionOf(step, notes);
    const fields = [...new Set(columns.map(sigmaField))];
    return steps.length === 1
      ? { title, name: names[i], ...about, logsource, detection, ...(fields.length === 0 ? {} : { fields }) }
      : { title: `${title} (${step.name})`.slice(0, 256), name: names[i], status: 'experimental', logsource, detection };
  });
  if (steps.length === 1) return rules;

  if (keys.length === 0) notes.unshift({ clause: 'The join', why: 'Nothing ties the rules: all such events within the window are a hit.' });
  if (window === null) notes.push({ clause: 'Time window', why: `The query has none, and a correlation must: ${UNTOLD_WINDOW} is a guess, choose yours.` });
  notes.push({ clause: 'All pairs', why: 'The query gives every combination; a correlation tells once that all rules were met.' });
  notes.push({ clause: 'SELECT', why: 'A correlation gives no columns.' });
  const groups = keys.map((fields) => fields.map(sigmaField));
  const aliases = groups.filter((fields) => fields.some((field) => field !== fields[0]));
  const aliasOf = (fields: readonly string[]) => `${fields[0]}_is_${fields.find((field) => field !== fields[0]) ?? ''}`;
  return [
    ...rules,
    {
      title,
      name: stem,
      ...about,
      correlation: {
        type: 'temporal',
        rules: names,
        'group-by': groups.map((fields) => (aliases.includes(fields) ? aliasOf(fields) : fields[0])),
        timespan: window === null ? UNTOLD_WINDOW : `${Math.max(1, Math.ceil(window / 1000))}s`,
        ...(aliases.length === 0 ? {} : { aliases: Object.fromEntries(aliases.map((fields) => [aliasOf(fields), Object.fromEntries(names.map((name, i) => [name, fields[i]]))])) }),
        condition: { gte: steps.length },
      },
    },
  ];
}

function detectionOf({ name, terms }: Step, notes: Lost[]) {
  const channel = terms.find((term): term is Leaf => term.kind === 'leaf' && isChannel(term.field) && !term.negated && term.test.kind === 'is' && term.test.values.length === 1);
  const service = channel?.test.kind === 'is' ? SERVICES[String(channel.test.values[0]).toLowerCase()] : undefined;
  const isWindows = terms.flatMap(leavesOf).some(({ field }) => isOfWindows(field));
  if (!isWindows) notes.push({ clause: `Log source of ${name}`, why: 'The query names no channel or event ID; put the product and service in.' });
  const detection = new SigmaDetection();
  for (const term of terms) {
    if (service !== undefined && term === channel) continue;
    if (!detection.add(term)) notes.push({ clause: said(term), why: 'Sigma’s regular expressions have no words for this pattern: without it more is found.' });
  }
  return { logsource: isWindows ? { product: 'windows', ...(service === undefined ? {} : { service }) } : { definition: 'Put the product and the service in here' }, detection: detection.written() };
}

function stemOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '_');
}

function said(term: Term): string {
  return leavesOf(term).flatMap(({ field, test }) => (test.kind === 'regex' ? [`${field}: ${test.pattern}`] : [])).join('; ');
}
