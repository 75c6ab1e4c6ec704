import type { Span } from '@/lib/base/span';
import type { QueryError } from '@/lib/query/plan';
import type { Name } from './ast';
import { RESERVED } from './keywords';
import type { Token } from './tokens';

/** Ends parsing and lowering at the first mistake; compileSql turns it into a result. */
export class SqlError extends Error {
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }

  toQueryError(): QueryError {
    return { message: this.message, span: { start: this.span.start, end: this.span.end } };
  }
}

/** Queries come from anywhere: deeper ones would overflow the stack of whatever walks their tree. */
const MAX_DEPTH = 400;

/** A place among the tokens, comments left out. */
export class TokenCursor {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  /** Words in upper case; '' for other tokens. */
  private readonly words: readonly string[];
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens.filter(({ kind }) => kind !== 'comment');
    this.words = this.tokens.map(({ kind, text }) => (kind === 'word' ? text.toUpperCase() : ''));
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
  }

  /** @throws SqlError at a token that no SQL has, or a quote that is not closed */
  next(): Token {
    const token = this.peek();
    if (token.kind === 'unknown') throw new SqlError(`Unexpected character ${token.text}`, token);
    if (token.open) throw new SqlError(`This ${token.kind === 'string' ? 'string' : 'name'} is not closed: its ${token.text[0]} has no partner`, token);
    if (token.kind !== 'end') this.at++;
    return token;
  }

  /** Parses something that may hold its like; forgets afterwards how deep it went. */
  nested<T>(parse: () => T): T {
    const before = this.depth;
    this.deepen();
    const parsed = parse();
    this.depth = before;
    return parsed;
  }

  /** Notes that the tree has grown one level deeper. @throws SqlError */
  deepen(): void {
    if (++this.depth > MAX_DEPTH) throw new SqlError(`The query is nested more than ${MAX_DEPTH} levels deep`, this.peek());
  }

  /** The end of the token before. */
  lastEnd(): number {
    return this.at === 0 ? 0 : this.tokens[this.at - 1].end;
  }

  isWord(words: string, ahead = 0): boolean {
    if (!words.includes(' ')) return this.words[this.at + ahead] === words;
    return words.split(' ').every((word, offset) => this.words[this.at + ahead + offset] === word);
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** Moves past the words (in any case, separated by spaces) if they come next. */
  takeWord(words: string): boolean {
    if (!this.isWord(words)) return false;
    this.at += words.split(' ').length;
    return true;
  }

  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.at++;
    return true;
  }

  expectWord(word: string, after: string): void {
    if (!this.takeWord(word)) throw this.unexpected(`${word} ${after}`);
  }

  expectSymbol(symbol: string, after: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected(`${symbol} ${after}`);
  }

  /** A name: plain (not a reserved word), or in backticks; after a dot also in quotes. */
  takeName(expected: string, afterDot = false): Name {
    const name = this.tryName(afterDot);
    if (name === null) throw this.unexpected(expected);
    return name;
  }

  tryName(afterDot = false): Name | null {
    const token = this.peek();
    const plain = token.kind === 'word' && (afterDot || !RESERVED.has(token.text.toUpperCase()));
    if (!plain && token.kind !== 'quoted-name' && !(afterDot && token.kind === 'string')) return null;
    const { kind, raw, text, start, end } = this.next();
    return { text: kind === 'word' ? text : kind === 'quoted-name' ? raw.replaceAll('``', '`') : raw, start, end };
  }

  unexpected(expected: string): SqlError {
    const token = this.peek();
    if (token.kind === 'unknown') return new SqlError(`Unexpected character ${token.text}`, token);
    const found = token.kind === 'end' ? 'the query ends' : `found ${token.text}`;
    const hint = token.text === '@' && this.peek(1).kind === 'word' ? `; a name with @ stands in backticks: \`@${this.peek(1).text}\`` : '';
    return new SqlError(`Expected ${expected}, but ${found}${hint}`, token);
  }
}
