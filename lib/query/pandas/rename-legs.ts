import { assertNever } from '@/lib/base/assert-never';
import type { Condition, Expr, Leg, LegId, OutputColumn, Plan } from '@/lib/query/plan';

/** Gives every leg of a plan another number and name, so that one frame can stand in a query twice. */
export class LegRenaming {
  private readonly ids = new Map<LegId, LegId>();

  constructor(
    private readonly newId: () => LegId,
    private readonly rename: (leg: Leg) => Leg,
  ) {}

  plan(plan: Plan): Plan {
    switch (plan.kind) {
      case 'scan':
        return { kind: 'scan', leg: { ...this.rename(plan.leg), id: this.id(plan.leg.id) } };
      case 'filter':
        return { ...plan, input: this.plan(plan.input), conditions: this.conditions(plan.conditions) };
      case 'join': {
        const left = this.plan(plan.left);
        const right = this.plan(plan.right);
        const keys = plan.keys.map((key) => ({ ...key, left: this.expr(key.left), right: this.expr(key.right) }));
        return { ...plan, left, right, keys, residual: this.conditions(plan.residual) };
      }
      case 'distinct':
        return { ...plan, input: this.plan(plan.input), by: plan.by.map((expr) => this.expr(expr)) };
      case 'aggregate': {
        const input = this.plan(plan.input);
        const aggregates = plan.aggregates.map((call) => ({ ...call, of: call.of === null ? null : this.expr(call.of) }));
        return { ...plan, input, leg: this.id(plan.leg), keys: plan.keys.map((expr) => this.expr(expr)), aggregates };
      }
      case 'sort':
        return { ...plan, input: this.plan(plan.input), by: plan.by.map((key) => ({ ...key, expr: this.expr(key.expr) })) };
      case 'limit':
        return { ...plan, input: this.plan(plan.input) };
      case 'union':
        return { ...plan, inputs: plan.inputs.map((input) => this.plan(input)), leg: this.id(plan.leg), columns: plan.columns.map((columns) => this.columns(columns)) };
      default:
        return assertNever(plan);
    }
  }

  expr(expr: Expr): Expr {
    switch (expr.kind) {
      case 'field':
      case 'made':
      case 'present':
        return { ...expr, leg: this.id(expr.leg) };
      case 'literal':
        return expr;
      case 'compare':
      case 'arithmetic':
        return { ...expr, left: this.expr(expr.left), right: this.expr(expr.right) };
      case 'and':
      case 'or':
        return { ...expr, operands: expr.operands.map((operand) => this.expr(operand)) };
      case 'not':
      case 'ifMissing':
      case 'isNull':
      case 'cast':
        return { ...expr, operand: this.expr(expr.operand) };
      case 'like':
      case 'regex':
        return { ...expr, operand: this.expr(expr.operand), pattern: this.expr(expr.pattern) };
      case 'in':
        return { ...expr, operand: this.expr(expr.operand), options: expr.options.map((option) => this.expr(option)) };
      case 'case': {
        const branches = expr.branches.map(({ when, then }) => ({ when: this.expr(when), then: this.expr(then) }));
        return { ...expr, branches, otherwise: this.expr(expr.otherwise) };
      }
      case 'subscript':
        return { ...expr, operand: this.expr(expr.operand), index: this.expr(expr.index) };
      case 'call':
        return { ...expr, args: expr.args.map((arg) => this.expr(arg)) };
      default:
        return assertNever(expr);
    }
  }

  private conditions(conditions: readonly Condition[]): readonly Condition[] {
    return conditions.map((condition) => ({ ...condition, expr: this.expr(condition.expr) }));
  }

  private columns(columns: readonly OutputColumn[]): readonly OutputColumn[] {
    return columns.map((column) => ({ ...column, expr: this.expr(column.expr) }));
  }

  id(old: LegId): LegId {
    const known = this.ids.get(old);
    if (known !== undefined) return known;
    const id = this.newId();
    this.ids.set(old, id);
    return id;
  }
}
