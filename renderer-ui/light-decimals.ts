import type { ESTree, Plugin } from 'vite';

type Statement = ESTree.Program['body'][number] | ESTree.FunctionBody['body'][number];

/**
 * Half of the library for exact numbers is what expressions have no words for: angles, other bases, fractions, and every
 * function twice, once without a number to stand on. What stays is the library's own code, as the server runs it.
 */
const NO_WORDS_FOR = new Set(
  [
    'cosine cos cubeRoot cbrt hyperbolicCosine cosh hyperbolicSine sinh hyperbolicTangent tanh inverseCosine acos',
    'inverseHyperbolicCosine acosh inverseHyperbolicSine asinh inverseHyperbolicTangent atanh inverseSine asin',
    'inverseTangent atan sine sin tangent tan clampedTo clamp logarithm log max min toBinary toExponential toFraction',
    'toHexadecimal toHex toNearest toOctal toPrecision',
  ].flatMap((names) => names.split(' ')),
);

export function lightDecimals(): Plugin {
  return {
    name: 'light-decimals',
    transform(code, id) {
      if (id.includes('/src/engine/expression/')) {
        const gone = [...code.matchAll(/(?<!\bMath)\.(\w+)\(/g)].find(([, name = '']) =>
          NO_WORDS_FOR.has(name),
        );
        if (gone)
          this.error(`${id} calls ${gone[0]}…), which lightDecimals takes out of the browser's decimal.js`);
        return null;
      }
      if (!id.endsWith('/decimal.js/decimal.mjs')) return null;
      const spans = this.parse(code).body.flatMap((statement) =>
        statement.type === 'FunctionDeclaration' && statement.id?.name === 'clone'
          ? (statement.body?.body ?? []).filter(isFunctionOfItsOwn)
          : isWithoutWords(statement)
            ? [statement]
            : [],
      );
      if (spans.length < NO_WORDS_FOR.size)
        this.error('decimal.js is built otherwise than lightDecimals knows it');
      const light = spans
        .toReversed()
        .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
      return { code: light, map: null };
    },
  };
}

/** `P.sine = P.sin = function () {…};` */
function isWithoutWords(statement: Statement): boolean {
  if (statement.type !== 'ExpressionStatement') return false;
  let assigned = statement.expression;
  while (assigned.type === 'AssignmentExpression') {
    if (!NO_WORDS_FOR.has(nameOn('P', assigned.left))) {
      // Pi is a number only when somebody asks for an angle.
      return assigned.left.type === 'Identifier' && assigned.left.name === 'PI';
    }
    assigned = assigned.right;
  }
  return assigned.type === 'FunctionExpression';
}

/** `Decimal.sin = sin;` */
function isFunctionOfItsOwn(statement: Statement): boolean {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    return false;
  const { left, right } = statement.expression;
  const name = nameOn('Decimal', left);
  return name !== '' && name !== 'clone' && right.type === 'Identifier' && right.name === name;
}

/** The name of the property that is assigned on `owner`, or nothing. */
function nameOn(owner: string, target: ESTree.Node): string {
  return target.type === 'MemberExpression' &&
    target.object.type === 'Identifier' &&
    target.object.name === owner &&
    target.property.type === 'Identifier'
    ? target.property.name
    : '';
}
