/*
 * Whether a text is a statement of Elastic's Event Query Language, by its published grammar:
 * https://github.com/elastic/elasticsearch/blob/main/x-pack/plugin/eql/src/main/antlr/EqlBase.g4
 * Of that grammar, what exports use: no pipes, arithmetic, `until`, `sample`, missing events or processes.
 */

const KEYWORDS = new Set('and any by false in join like maxspan not null of or regex sample sequence true until where with'.split(' '));
const TOKEN = /\s+|\/\/[^\n]*|"(?:\\[btnfr"'\\]|[^\r\n"\\])*"|`(?:[^`]|``)*`|(?:in|like|regex)~|[A-Za-z_@][A-Za-z0-9_]*~?|\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?|==|!=|<=|>=|[:<>=.,[\]()-]/y;

/** Null where it is one; else where it ends to be. */
export function eqlProblem(text: string): string | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) return `no token at ${text.slice(at, at + 20)}`;
    if (!/^(?:\s|\/\/)/.test(token)) tokens.push(token);
  }
  const statement = new Statement(tokens);
  return statement.isWhole() ? null : `unexpected ${tokens[statement.furthest] ?? 'end'}, after ${tokens.slice(Math.max(0, statement.furthest - 6), statement.furthest).join(' ')}`;
}

class Statement {
  furthest = 0;
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  isWhole(): boolean {
    const isRead = this.take('sequence') ? this.sequence() : this.filter();
    return isRead && this.at === this.tokens.length;
  }

  private sequence(): boolean {
    if (this.take('by') && !this.list(() => this.expression())) return false;
    if (this.take('with') && !(this.take('maxspan') && this.take('=') && this.match(/^\d+$/) && this.match(/^(?:ms|s|m|h|d)$/))) return false;
    let terms = 0;
    for (; this.take('['); terms++) {
      if (!this.filter() || !this.take(']')) return false;
      if (this.take('by') && !this.list(() => this.expression())) return false;
    }
    return terms >= 2;
  }

  private filter(): boolean {
    return (this.take('any') || this.identifier()) && this.take('where') && this.expression();
  }

  /** `or` binds less than `and`, both less than `not`; what is asked here is only whether it can be read. */
  private expression(): boolean {
    do {
      while (this.take('not'));
      if (!this.value()) return false;
    } while (this.take('and') || this.take('or'));
    return true;
  }

  private value(): boolean {
    if (!this.operand()) return false;
    if (this.match(/^(?:==|!=|<=?|>=?)$/)) return this.operand();
    if (this.match(/^(?::|like~?|regex~?)$/)) return this.constant();
    return this.match(/^in~?$/) ? this.take('(') && this.list(() => this.expression()) && this.take(')') : true;
  }

  private operand(): boolean {
    this.take('-');
    if (this.take('(')) return this.expression() && this.take(')');
    if (this.constant()) return true;
    if (/^[A-Za-z]\w*~?$/.test(this.tokens[this.at] ?? '') && this.tokens[this.at + 1] === '(') return this.match(/./) && this.take('(') && this.list(() => this.expression()) && this.take(')');
    if (!this.identifier()) return false;
    while (this.take('.')) if (!this.identifier()) return false;
    return true;
  }

  private constant(): boolean {
    return this.match(/^(?:"|\d|(?:null|true|false)$)/);
  }

  private identifier(): boolean {
    return !KEYWORDS.has(this.tokens[this.at] ?? '') && this.match(/^(?:`|[A-Za-z_@]\w*$)/);
  }

  private list(item: () => boolean): boolean {
    do {
      if (!item()) return false;
    } while (this.take(','));
    return true;
  }

  private take(token: string): boolean {
    return this.tokens[this.at] === token && this.match(/./);
  }

  private match(pattern: RegExp): boolean {
    if (!pattern.test(this.tokens[this.at] ?? '')) return false;
    this.at++;
    this.furthest = Math.max(this.furthest, this.at);
    return true;
  }
}
