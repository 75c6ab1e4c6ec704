import type { Span } from '@/lib/base/span';
import type { Keyword, NameNode, Node, PythonComparison, Statement, SubscriptNode } from './ast';
import { CellError } from './cell-error';
import { readNumber, readString } from './literals';
import { pythonTree, type PythonTree } from './python-tree';

type SyntaxNode = PythonTree['topNode'];

/**
 * Python text to statements: @lezer/python reads it, this keeps the subset. Several cells may stand one after the other.
 * @throws CellError for syntax errors and for constructs outside the subset, each with its place
 */
export function readCell(source: string, onString: OnString = () => undefined): readonly Statement[] {
  const top = pythonTree(withoutMagic(source)).topNode;
  refuseSyntaxErrors(top, source);
  return new CellReader(source, onString).statements(top);
}

/** IPython's own lines, `%matplotlib inline` and `!pip install …`, as blanks: places stay as they are. */
function withoutMagic(source: string): string {
  return source.replace(/^[%!].*$/gm, (line) => ' '.repeat(line.length));
}

/** Hears of every string: as written, what it stands for, and where. */
type OnString = (source: string, value: string, at: number) => void;

function refuseSyntaxErrors(top: SyntaxNode, source: string): void {
  top.cursor().iterate((node) => {
    if (!node.type.isError) return;
    if (node.from < node.to) throw new CellError(`SyntaxError: Python does not expect \`${source.slice(node.from, node.to)}\` here`, spanOf(node.node));
    // An error node is empty where something is missing: point at the character before the gap.
    const start = Math.max(0, Math.min(node.from, source.trimEnd().length) - 1);
    throw new CellError(`SyntaxError: something is missing after \`${source.slice(start, start + 1)}\``, { start, end: Math.min(start + 1, source.length) });
  });
}

/** How a person would call what the subset leaves out; else the grammar's own name for it. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  FormatString: 'An f-string', LambdaExpression: '`lambda`', ConditionalExpression: '`… if … else …`', SetExpression: 'A set',
  ArrayComprehensionExpression: 'A comprehension', ComprehensionExpression: 'A comprehension', DictionaryComprehensionExpression: 'A comprehension',
  SetComprehensionExpression: 'A comprehension', NamedExpression: '`:=`', AwaitExpression: '`await`', Ellipsis: '`...`',
  ForStatement: '`for`', WhileStatement: '`while`', IfStatement: '`if`', TryStatement: '`try`', WithStatement: '`with`', FunctionDefinition: '`def`',
  ClassDefinition: '`class`', DecoratedStatement: 'A decorator', MatchStatement: '`match`', UpdateStatement: 'An assignment like `+=`',
  DeleteStatement: '`del`', PassStatement: '`pass`', ReturnStatement: '`return`', RaiseStatement: '`raise`', AssertStatement: '`assert`',
  ScopeStatement: '`global`', YieldStatement: '`yield`', YieldExpression: '`yield`', TypeDef: 'A type annotation', PrintStatement: '`print`',
};

/** Far below what the stack holds, far above what people write; `a | b | c …` nests, too. */
const MAX_DEPTH = 500;

class CellReader {
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly onString: OnString,
  ) {}

  statements(parent: SyntaxNode): readonly Statement[] {
    return parts(parent).flatMap((node) => (node.name === 'StatementGroup' ? this.statements(node) : node.name === ';' ? [] : [this.statement(node)]));
  }

  private statement(node: SyntaxNode): Statement {
    switch (node.name) {
      case 'ImportStatement':
        return { kind: 'import', names: this.importedNames(node), span: spanOf(node) };
      case 'AssignStatement':
        return this.assignment(node);
      case 'ExpressionStatement': {
        const values = parts(node);
        if (values.length !== 1) throw this.unsupported(node, 'A tuple as a statement');
        return { kind: 'expression', value: this.expression(values[0]), span: spanOf(node) };
      }
      default:
        throw this.unsupported(node);
    }
  }

  /** `import pandas as pd`, `from pandas.io import json`: what each name stands for, in full. */
  private importedNames(node: SyntaxNode): readonly { readonly name: string; readonly module: string }[] {
    const text = this.text(node).replace(/[()\\]/g, ' ').replace(/\s+/g, ' ').trim();
    const from = /^from (\S+) import (.*)$/.exec(text);
    const list = from === null ? text.replace(/^import /, '') : from[2];
    return list.split(',').filter((part) => part.trim() !== '').map((part) => {
      const [path, alias] = part.trim().split(' as ');
      const module = from === null ? path : `${from[1]}.${path}`;
      return alias === undefined && from === null ? { name: path.split('.')[0], module: path.split('.')[0] } : { name: alias ?? path, module };
    });
  }

  /** `a = value` or `a = b = value`. */
  private assignment(node: SyntaxNode): Statement {
    const operands = parts(node);
    const stray = operands.find((part) => part.name === 'TypeDef' || part.name === ',');
    if (stray !== undefined) throw this.unsupported(stray, stray.name === ',' ? 'Assigning several names at once' : undefined);
    const values = operands.filter((part) => part.name !== 'AssignOp');
    const targets = values.slice(0, -1).map((part): NameNode | SubscriptNode => {
      const target = this.expression(part);
      if (target.kind === 'name' || target.kind === 'subscript') return target;
      throw this.unsupported(part, `Assigning to \`${this.text(part)}\``);
    });
    return { kind: 'assign', targets, value: this.expression(values[values.length - 1]), span: spanOf(node) };
  }

  private expression(node: SyntaxNode): Node {
    if (this.depth >= MAX_DEPTH) throw new CellError('This is nested too deeply', spanOf(node));
    this.depth++;
    const read = this.readExpression(node);
    this.depth--;
    return read;
  }

  private readExpression(node: SyntaxNode): Node {
    const span = spanOf(node);
    const text = this.text(node);
    switch (node.name) {
      case 'ParenthesizedExpression':
        return this.expression(parts(node)[1]);
      case 'VariableName':
        return { kind: 'name', name: text, span };
      case 'String':
        return { kind: 'string', value: this.stringPart(node), span };
      case 'ContinuedString':
        return { kind: 'string', value: parts(node).map((part) => this.stringPart(part)).join(''), span };
      case 'Number':
        return { kind: 'number', value: readNumber(text, node.from), span };
      case 'Boolean':
        return { kind: 'boolean', value: text === 'True', span };
      case 'None':
        return { kind: 'none', span };
      case 'ArrayExpression':
      case 'TupleExpression':
        return { kind: node.name === 'ArrayExpression' ? 'list' : 'tuple', items: this.commaSeparated(parts(node).slice(1, -1)), span };
      case 'DictionaryExpression':
        return { kind: 'dict', entries: this.entries(node), span };
      case 'MemberExpression':
        return this.member(node);
      case 'CallExpression':
        return this.call(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'BinaryExpression':
        return this.binary(node);
      default:
        throw this.unsupported(node);
    }
  }

  private stringPart(node: SyntaxNode): string {
    if (node.name !== 'String') throw this.unsupported(node);
    const source = this.text(node);
    const value = readString(source, node.from);
    this.onString(source, value, node.from);
    return value;
  }

  private member(node: SyntaxNode): Node {
    const [object, punctuation, ...rest] = parts(node);
    if (punctuation.name === '.') {
      const [property] = rest;
      return { kind: 'attribute', object: this.expression(object), name: this.text(property), nameSpan: spanOf(property), span: spanOf(node) };
    }
    const inside = rest.slice(0, -1);
    const colon = inside.find((part) => part.name === ':');
    if (colon !== undefined) throw this.unsupported(node, 'A slice');
    const items = this.commaSeparated(inside);
    const several = inside.some((part) => part.name === ',');
    const index: Node = several ? { kind: 'tuple', items, span: { start: inside[0].from, end: inside[inside.length - 1].to } } : items[0];
    return { kind: 'subscript', object: this.expression(object), index, span: spanOf(node) };
  }

  private call(node: SyntaxNode): Node {
    const [callee, list] = parts(node);
    const args: Node[] = [];
    const keywords: Keyword[] = [];
    for (const group of splitAtCommas(parts(list).slice(1, -1))) {
      const [first, assign, value] = group;
      if (group.length === 1) args.push(this.expression(first));
      else if (assign.name === 'AssignOp') {
        keywords.push({ name: this.text(first), value: this.expression(value), span: { start: first.from, end: value.to } });
      } else throw this.unsupported(first, first.name.startsWith('*') ? `\`${first.name}\` before an argument` : 'A comprehension');
    }
    return { kind: 'call', callee: this.expression(callee), args, keywords, span: spanOf(node) };
  }

  private entries(node: SyntaxNode): readonly { readonly key: Node; readonly value: Node }[] {
    return splitAtCommas(parts(node).slice(1, -1)).map((group) => {
      if (group.length !== 3) throw this.unsupported(group[0]);
      return { key: this.expression(group[0]), value: this.expression(group[2]) };
    });
  }

  private unary(node: SyntaxNode): Node {
    const [operator, operand] = parts(node);
    const text = this.text(operator);
    if (text === 'not') throw this.unsupported(operator, '`not`', 'pandas negates a mask with `~`');
    if (text === '+') return this.expression(operand);
    return { kind: text === '~' ? 'invert' : 'negate', operand: this.expression(operand), span: spanOf(node) };
  }

  private binary(node: SyntaxNode): Node {
    const [left, operator, ...rest] = parts(node);
    const right = rest[rest.length - 1];
    const op = this.text(operator);
    if (op === '&' || op === '|') return { kind: 'mask', op, left: this.expression(left), right: this.expression(right), span: spanOf(node) };
    if (op === 'and' || op === 'or') throw this.unsupported(operator, `\`${op}\``, `pandas joins masks with \`${op === 'and' ? '&' : '|'}\``);
    if (!isComparison(op)) throw this.unsupported(operator, `\`${this.source.slice(operator.from, right.from).trim()}\``);
    if (left.name === 'BinaryExpression' && isComparison(this.text(parts(left)[1]))) {
      throw this.unsupported(node, 'A chain of comparisons', 'put each comparison in its own parentheses');
    }
    return { kind: 'compare', op, left: this.expression(left), right: this.expression(right), span: spanOf(node) };
  }

  private commaSeparated(nodes: readonly SyntaxNode[]): readonly Node[] {
    return splitAtCommas(nodes).map((group) => {
      if (group.length !== 1) throw this.unsupported(group[0], `\`${group[0].name}\` here`);
      return this.expression(group[0]);
    });
  }

  private text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  private unsupported(node: SyntaxNode, what: string = CONSTRUCTS[node.name] ?? `\`${node.name}\``, advice = ''): CellError {
    return new CellError(`${what} is not supported${advice === '' ? '' : `: ${advice}`}`, spanOf(node));
  }
}

function isComparison(op: string): op is PythonComparison {
  return ['==', '!=', '<', '<=', '>', '>='].includes(op);
}

/** The children that mean something, punctuation included. */
function parts(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}

function splitAtCommas(nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') groups.push([]);
    else groups[groups.length - 1].push(node);
  }
  return groups.filter((group) => group.length > 0);
}

function spanOf(node: SyntaxNode): Span {
  return { start: node.from, end: node.to };
}
