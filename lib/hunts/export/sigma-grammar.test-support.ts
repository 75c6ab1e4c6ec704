/**
 * What a JSON schema cannot say of a Sigma rule: its condition is one over the names of its `detection`, and each modifier is one for its value. After
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md ("condition") and sigma-appendix-modifiers.md;
 * of what those allow, what exports use. Null: nothing is wrong.
 */
export function detectionProblem({ condition, ...maps }: Readonly<Record<string, unknown>>): string | null {
  const said = typeof condition === 'string' ? conditionProblem(condition, Object.keys(maps)) : 'no condition';
  if (said !== null) return said;
  for (const map of Object.values(maps)) {
    if (typeof map !== 'object' || map === null || Array.isArray(map)) continue;
    for (const [key, value] of Object.entries(map)) {
      const [field, ...modifiers] = key.split('|');
      const problem = field === '' ? 'no field' : modifierProblem(modifiers.join('|'), value);
      if (problem !== null) return `${key}: ${problem}`;
    }
  }
  return null;
}

function conditionProblem(condition: string, names: readonly string[]): string | null {
  const tokens: readonly string[] = condition.match(/[()]|[^\s()]+/g) ?? [];
  const unused = names.filter((name) => !tokens.includes(name));
  if (unused.length > 0) return `unused: ${unused.join(', ')}`;
  let at = 0;
  const read = (): string | null => {
    for (;;) {
      while (tokens[at] === 'not') at++;
      if (tokens[at] === '(') {
        at++;
        const inner = read();
        if (inner !== null) return inner;
        if (tokens[at] !== ')') return `no ) at ${at}`;
      } else if (!names.includes(tokens[at] ?? '')) return `no such name: ${tokens[at] ?? 'end'}`;
      at++;
      if (tokens[at] !== 'and' && tokens[at] !== 'or') return null;
      at++;
    }
  };
  return read() ?? (at === tokens.length ? null : `more at ${at}`);
}

function modifierProblem(modifiers: string, value: unknown): string | null {
  const isText = [value].flat().every((each) => typeof each === 'string' || typeof each === 'number');
  switch (modifiers) {
    case '':
      return isText || value === null ? null : 'not text, a number or null';
    case 'exists':
      return typeof value === 'boolean' ? null : 'not a boolean';
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return typeof value === 'number' ? null : 'not a number';
    case 're':
    case 're|i':
      // Of regular expressions, the specification allows these only.
      return typeof value === 'string' && !/\\[a-zA-Z]|\(\?/.test(value) ? null : 'not a plain regular expression';
    default:
      return /^(?:(?:startswith|endswith|contains)(?:\|cased)?|cased)$/.test(modifiers) && isText ? null : 'no such modifier';
  }
}
