// AssertionError of node:assert and the text that it makes for itself where none was given.
(function (rt) {
  'use strict';
  const { Error, Math, Object } = rt.primordials;
  const { inspect } = rt.use('console/inspect');

  const HEADS = {
    __proto__: null,
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    strictEqual: 'Expected values to be strictly equal:',
    strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    notIdentical: 'Values have same structure but are not reference-equal:',
    notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  };
  // Characters of both values together up to which they stand on one line, and up to which a mark shows where they differ.
  const SHORT = 12;
  const MARKED = 80;
  const MOST_LINES = 50;

  const show = (value) =>
    inspect(value, { compact: true, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false, sorted: true, getters: true });

  const isPlain = (value) => (typeof value !== 'object' || value === null) && typeof value !== 'function';
  const isSameLine = (left, right) => left === right || left === `${right},` || right === `${left},`;

  // The lines of both texts pair by pair; where they differ, those of the actual value come before those of the expected one.
  const pairs = (left, right) => {
    const rows = [];
    let later = [];
    let shown = 0;
    const most = Math.max(left.length, right.length);
    for (let i = 0; i < most; i++) {
      if (i < left.length && i < right.length && isSameLine(left[i], right[i])) {
        rows.push(...later, { sign: ' ', text: left[i].endsWith(',') ? left[i] : right[i].endsWith(',') ? right[i] : left[i] });
        later = [];
        shown += isNear(rows) ? 1 : 0;
      } else {
        if (i < left.length) rows.push({ sign: '+', text: left[i] });
        if (i < right.length) later.push({ sign: '-', text: right[i] });
        shown += (i < left.length ? 1 : 0) + (i < right.length ? 1 : 0);
      }
      if (shown > MOST_LINES && i < most - 2) return { rows: [...rows, DOTS, ...later, DOTS], cut: true };
    }
    return { rows: [...rows, ...later], cut: false };
  };

  const DOTS = { sign: '.', text: '...' };
  // Of lines that are the same, the first two after a difference are always shown.
  const isNear = (rows) => {
    const { length } = rows;
    return length < 3 || rows[length - 2].sign !== ' ' || rows[length - 3].sign !== ' ';
  };

  const printed = ({ sign, text }) => (sign === '.' ? text : `${sign} ${text}`);

  // More than five equal lines in a row become their first and last two.
  const shortened = (rows) => {
    const lines = [];
    let skipped = false;
    for (let i = 0; i < rows.length;) {
      let end = i;
      while (end < rows.length && rows[end].sign === ' ') end++;
      const run = rows.slice(i, Math.max(end, i + 1));
      const isLast = end === rows.length;
      if (rows[i].sign === ' ' && (isLast || run.length > 5)) {
        lines.push(...run.slice(0, 2).map(printed));
        if (!isLast) {
          lines.push('...', ...run.slice(-2).map(printed));
          skipped = true;
        }
      } else lines.push(...run.map(printed));
      i += run.length;
    }
    return { lines, skipped };
  };

  // The lines that both texts end with, which are taken away from them.
  const commonEnd = (left, right) => {
    const end = [];
    while (left.length > 0 && right.length > 0 && left.at(-1) === right.at(-1)) {
      end.unshift(`  ${left.pop()}`);
      right.pop();
    }
    const skipped = end.length > 4;
    if (end.length > 4) end.splice(1, end.length - 4, '...');
    return { end, skipped };
  };

  const firstLines = (lines) => (lines.length > MOST_LINES ? [...lines.slice(0, 46), '...'] : lines);

  const compared = (actual, expected, given) => {
    const operator = given === 'strictEqual' && !isPlain(actual) && !isPlain(expected) ? 'strictEqualObject' : given;
    const left = show(actual).split('\n');
    const right = show(expected).split('\n');
    let mark = '';
    if (left.length === 1 && right.length === 1 && left[0] !== right[0]) {
      const size = left[0].length + right[0].length;
      if (size <= SHORT) {
        if (isPlain(actual) && isPlain(expected) && (actual !== 0 || expected !== 0)) return `${HEADS[operator]}\n\n${left[0]} !== ${right[0]}\n`;
      } else if (operator !== 'strictEqualObject' && size < MARKED) {
        let same = 0;
        while (left[0][same] === right[0][same]) same++;
        if (same > 2) mark = `\n  ${' '.repeat(same)}^`;
      }
    }
    const whole = [...left];
    const { end, skipped: skippedAtEnd } = commonEnd(left, right);
    if (left.length === 0 && right.length === 0) return `${HEADS.notIdentical}\n\n${firstLines(whole).join('\n')}\n`;
    const { rows, cut } = pairs(left, right);
    const { lines, skipped } = shortened(rows);
    const head = `${HEADS[operator]}\n+ actual - expected${skipped || skippedAtEnd || cut ? ' ... Lines skipped' : ''}`;
    return [head, '', ...lines, ...(cut ? [] : end)].join('\n') + mark;
  };

  const negated = (actual, operator) => {
    const lines = firstLines(show(actual).split('\n'));
    const head = operator === 'notStrictEqual' && !isPlain(actual) ? HEADS.notStrictEqualObject : HEADS[operator];
    if (lines.length === 1) return `${head}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
    return `${head}\n\n${lines.join('\n')}\n`;
  };

  const atMost = (text, length) => (text.length > length ? `${text.slice(0, length - 3)}...` : text);

  const describe = (actual, expected, operator) => {
    if (operator === 'deepStrictEqual' || operator === 'strictEqual') return compared(actual, expected, operator);
    if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return negated(actual, operator);
    const left = show(actual);
    const right = show(expected);
    if (operator === 'notDeepEqual' && left === right) return atMost(`${HEADS.notDeepEqual}\n\n${left}`, 1024);
    const [first, second] = [atMost(left, 512), atMost(right, 512)];
    if (operator === 'deepEqual') return `${HEADS.deepEqual}\n\n${first}\n\nshould loosely deep-equal\n\n${second}`;
    if (operator === 'notDeepEqual') return `${HEADS.notDeepEqualUnequal}\n\n${first}\n\nshould not loosely deep-equal\n\n${second}`;
    return `${first} ${operator} ${second}`;
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
      headed(this);
    }

    toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    }
  }

  // The stack begins as toString() does.
  const headed = (error) => {
    const { stack } = error;
    if (typeof stack !== 'string' || !stack.startsWith('AssertionError') && !stack.startsWith('Error')) return;
    const value = stack.replace(/^[A-Za-z]+/, 'AssertionError [ERR_ASSERTION]');
    Object.defineProperty(error, 'stack', { __proto__: null, value, enumerable: false, writable: true, configurable: true });
  };

  return { AssertionError, headed };
})
