import type { Span } from '@/lib/base/span';

/** The part of Python that notebook cells are written in. Parentheses leave no node: a node's span is what stands inside. */
export type Node =
  | NameNode
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number | bigint; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'none'; readonly span: Span }
  | { readonly kind: 'list' | 'tuple'; readonly items: readonly Node[]; readonly span: Span }
  | { readonly kind: 'dict'; readonly entries: readonly { readonly key: Node; readonly value: Node }[]; readonly span: Span }
  | AttributeNode
  | SubscriptNode
  | CallNode
  | { readonly kind: 'invert' | 'negate'; readonly operand: Node; readonly span: Span }
  | { readonly kind: 'mask'; readonly op: '&' | '|'; readonly left: Node; readonly right: Node; readonly span: Span }
  | { readonly kind: 'compare'; readonly op: PythonComparison; readonly left: Node; readonly right: Node; readonly span: Span };

export type PythonComparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export interface NameNode {
  readonly kind: 'name';
  readonly name: string;
  readonly span: Span;
}

export interface AttributeNode {
  readonly kind: 'attribute';
  readonly object: Node;
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
}

export interface SubscriptNode {
  readonly kind: 'subscript';
  readonly object: Node;
  readonly index: Node;
  readonly span: Span;
}

export interface CallNode {
  readonly kind: 'call';
  readonly callee: Node;
  readonly args: readonly Node[];
  readonly keywords: readonly Keyword[];
  readonly span: Span;
}

export interface Keyword {
  readonly name: string;
  readonly value: Node;
  readonly span: Span;
}

export type Statement =
  | { readonly kind: 'import'; readonly names: readonly { readonly name: string; readonly module: string }[]; readonly span: Span }
  | { readonly kind: 'assign'; readonly targets: readonly (NameNode | SubscriptNode)[]; readonly value: Node; readonly span: Span }
  | { readonly kind: 'expression'; readonly value: Node; readonly span: Span };
