// AssertionError of node:assert and the text it shows: both values, or a line by line difference of the two.
(function (rt) {
  'use strict';
  const { Array, Error, Math, Object } = rt.primordials;
  const { inspect } = rt.use('console/inspect');

  const HEADS = {
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    strictEqual: 'Expected values to be strictly equal:',
    strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    notIdentical: 'Values identical but not reference-equal:',
    notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
    partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  };

  const show = (value) =>
    inspect(value, { compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false, sorted: true, getters: true });

  // Longest common subsequence of lines; inputs are bounded so that the table stays small.
  const difference = (actual, expected) => {
    const rows = actual.length + 1;
    const columns = expected.length + 1;
    if (rows * columns > 1e6) return [...actual.map((line) => `+ ${line}`), ...expected.map((line) => `- ${line}`)];
    const table = Array.from({ length: rows }, () => new Array(columns).fill(0));
    for (let i = rows - 2; i >= 0; i--) {
      for (let j = columns - 2; j >= 0; j--) {
        table[i][j] = actual[i] === expected[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    const lines = [];
    let i = 0;
    let j = 0;
    while (i < actual.length || j < expected.length) {
      if (i < actual.length && j < expected.length && actual[i] === expected[j]) {
        lines.push(`  ${actual[i]}`);
        i++;
        j++;
      } else if (i < actual.length && (j === expected.length || table[i + 1][j] >= table[i][j + 1])) {
        lines.push(`+ ${actual[i++]}`);
      } else {
        lines.push(`- ${expected[j++]}`);
      }
    }
    return lines;
  };

  // Runs of more than five equal lines shrink to an ellipsis.
  const shortened = (lines) => {
    const result = [];
    for (let i = 0; i < lines.length;) {
      let end = i;
      while (end < lines.length && lines[end].startsWith('  ')) end++;
      const run = lines.slice(i, Math.max(end, i + 1));
      if (run.length > 5 && lines[i].startsWith('  ')) result.push(...run.slice(0, 2), '...', ...run.slice(-2));
      else result.push(...run);
      i += run.length;
    }
    return result;
  };

  const isPlain = (value) => (typeof value !== 'object' || value === null) && typeof value !== 'function';

  const compared = (actual, expected, operator) => {
    const left = show(actual);
    const right = show(expected);
    if (operator === 'strictEqual' && isPlain(actual) && isPlain(expected) && !left.includes('\n') && !right.includes('\n')
      && left.length + right.length <= 72 && (actual !== 0 || expected !== 0)) {
      return `${HEADS.strictEqual}\n\n${left} !== ${right}\n`;
    }
    if (left === right) {
      return `${operator === 'strictEqual' ? HEADS.notIdentical : HEADS[operator]}\n\n${left}\n`;
    }
    const head = operator === 'strictEqual' && !isPlain(actual) && !isPlain(expected) ? HEADS.strictEqualObject : HEADS[operator];
    return `${head}\n+ actual - expected\n\n${shortened(difference(left.split('\n'), right.split('\n'))).join('\n')}`;
  };

  const negated = (actual, operator) => {
    const text = show(actual);
    const head = operator === 'notStrictEqual' && !isPlain(actual) ? HEADS.notStrictEqualObject : HEADS[operator];
    return text.includes('\n') || text.length > 5 ? `${head}\n\n${text}\n` : `${head} ${text}`;
  };

  const describe = (actual, expected, operator) => {
    switch (operator) {
      case 'deepStrictEqual': case 'strictEqual': case 'partialDeepStrictEqual': return compared(actual, expected, operator);
      case 'notDeepStrictEqual': case 'notStrictEqual': return negated(actual, operator);
      case 'deepEqual': return `${HEADS.deepEqual}\n\n${show(actual)}\n\nshould loosely deep-equal\n\n${show(expected)}`;
      case 'notDeepEqual': return `${HEADS.notDeepEqualUnequal}\n\n${show(actual)}\n\nshould not loosely deep-equal\n\n${show(expected)}`;
      default: return `${inspect(actual)} ${operator} ${inspect(expected)}`;
    }
  };

  class AssertionError extends Error {
    constructor(options) {
      if (typeof options !== 'object' || options === null) throw rt.use('node/errors').invalidArgType('options', 'Object', options);
      const { message, operator, actual, expected } = options;
      const hasMessage = message !== undefined && message !== null;
      super(hasMessage ? `${message}` : describe(actual, expected, operator));
      this.generatedMessage = !hasMessage;
      Object.defineProperty(this, 'name', { __proto__: null, value: 'AssertionError', enumerable: false, writable: true, configurable: true });
      this.code = 'ERR_ASSERTION';
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }

    toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    }
  }

  return { AssertionError };
})
