import { Decimal } from '../decimal.js';
import { nearest } from '../problems.js';
import type { Syntax } from '../parse.js';
import { findBuiltIn } from '../builtins/table.js';
import { propertiesOf, propertyOf } from '../temporal/properties.js';
import { ANY, FUNCTION, isOpen, listOf, typeName, type FeelType } from '../types.js';
import { FeelContext, FeelRange, isList, type FeelValue } from '../values.js';
import { weightOf } from '../weight.js';
import { builtInValue } from './builtin.js';
import { factRun } from './fact-run.js';
import { ownField } from './facts.js';
import { charge, part, parts, type Code, type Facts, type Names, type Run, type Unit } from './unit.js';

export function compileVariable(node: Syntax, unit: Unit, names: Names): Code {
  return follow(node, node, [], unit, names);
}

/** `a.b.c` is compiled as one chain, so that facts are read straight to the leaf and read as one dependency. */
export function compilePath(node: Syntax, unit: Unit, names: Names): Code {
  const steps: Syntax[] = [];
  let base = node;
  while (base.name === 'PathExpression') {
    const [inner] = parts(base);
    const step = part(base, 'PathName');
    if (!inner || !step) break;
    steps.unshift(step);
    base = inner;
  }
  return follow(node, base, steps, unit, names);
}

function follow(node: Syntax, base: Syntax, steps: readonly Syntax[], unit: Unit, names: Names): Code {
  if (base.name !== 'VariableName')
    return steps.reduce((code, step) => stepInto(code, step, unit), unit.compile(base, names));
  const name = unit.nameText(base);
  const binding = names.find(name);
  if (!binding)
    return steps.reduce((code, step) => stepInto(code, step, unit), unbound(base, name, unit, names));
  const path = [name];
  if (binding.isFact) unit.options.named?.root(base, name);
  else if (binding.owner) unit.options.named?.field(base, binding.owner, name);
  let code: Code = { syntax: base, ...binding };
  for (const step of steps) {
    // Facts are followed by name only as far as the form names them: year of a date is no field.
    if (binding.isFact && namesFields(code.type)) path.push(unit.nameText(step));
    if (binding.isFact && code.type.kind === 'any') unit.options.named?.step(step, [...path]);
    code = stepInto(code, step, unit);
  }
  if (binding.isFact) unit.reads.add(path.join('.'));
  return { ...code, syntax: node };
}

function namesFields(type: FeelType): boolean {
  return type.kind === 'context' || type.kind === 'any' || (type.kind === 'list' && namesFields(type.of));
}

function unbound(node: Syntax, name: string, unit: Unit, names: Names): Code {
  const builtIn = findBuiltIn(name);
  if (builtIn) return { syntax: node, type: FUNCTION, run: (at) => builtInValue(builtIn, at, node) };
  const halfWidth = name.normalize('NFKC');
  // １００ looks like a number and is read as a name.
  const suggestion = /^\d+$/.test(halfWidth) ? halfWidth : nearest(name, names.all());
  unit.reportType('unknown-name', node, { name, ...(suggestion === undefined ? {} : { suggestion }) });
  return unit.nothing(node);
}

function stepInto(base: Code, step: Syntax, unit: Unit): Code {
  const name = unit.nameText(step);
  const { type } = base;
  if (type.kind === 'context') return intoContext(base, type, name, step, unit);
  if (type.kind === 'list') return intoList(base, type.of, name, step, unit);
  if (isOpen(type)) return { syntax: step, type: ANY, run: dynamicStep(base.run, name, step.from) };
  const properties = propertiesOf(type);
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!property) {
    unknownField(name, Object.keys(properties), type, step, unit);
    return unit.nothing(step);
  }
  return { syntax: step, type: property, run: dynamicStep(base.run, name, step.from) };
}

function intoContext(
  base: Code,
  type: Extract<FeelType, { kind: 'context' }>,
  name: string,
  step: Syntax,
  unit: Unit,
): Code {
  const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
  if (!field) {
    unknownField(name, Object.keys(type.fields), type, step, unit);
    return unit.nothing(step);
  }
  unit.options.named?.field(step, type, name);
  const { raw, run } = base;
  if (!raw) return { syntax: step, type: field, run: contextStep(run, name) };
  const deeper = (facts: Facts) => ownField(raw(facts), name);
  return { syntax: step, type: field, raw: deeper, run: factRun(field, deeper, step.from) };
}

/** `rows.amount`: the amounts of all rows. */
function intoList(base: Code, of: FeelType, name: string, step: Syntax, unit: Unit): Code {
  const item = stepInto({ syntax: base.syntax, type: of, run: () => null }, step, unit);
  return { syntax: step, type: listOf(item.type), run: dynamicStep(base.run, name, step.from) };
}

function unknownField(
  name: string,
  known: readonly string[],
  type: FeelType,
  step: Syntax,
  unit: Unit,
): void {
  const suggestion = nearest(name, known);
  unit.reportType('unknown-field', step, {
    name,
    of: typeName(type),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function contextStep(run: Run, name: string): Run {
  return (at) => {
    const base = run(at);
    return base instanceof FeelContext ? (base.get(name) ?? null) : null;
  };
}

function dynamicStep(run: Run, name: string, position: number): Run {
  return (at) => {
    const base = run(at);
    if (base !== null && typeof base === 'object' && isList(base)) charge(at, weightOf(base), position);
    return valueAt(base, name);
  };
}

function valueAt(base: FeelValue, name: string): FeelValue {
  if (base === null || typeof base !== 'object' || base instanceof Decimal) return null;
  if (isList(base)) return base.map((item) => valueAt(item, name));
  if (base instanceof FeelContext) return base.get(name) ?? null;
  if (base instanceof FeelRange) return rangeProperty(base, name);
  return propertyOf(base, name);
}

function rangeProperty(range: FeelRange, name: string): FeelValue {
  if (name === 'start') return range.start ?? null;
  if (name === 'end') return range.end ?? null;
  if (name === 'start included') return range.startIncluded;
  if (name === 'end included') return range.endIncluded;
  return null;
}
