// What `strictEqual` of node:assert says: the two values line by line, each line with a sign.
(function (rt) {
  'use strict';
  const { String } = rt.primordials;
  const { inspect } = rt.use('console/inspect');
  const HEAD = 'Values are not strictly equal:\n\n\n[Diff] Actual / Expected\n\n\n';
  // Beyond that many edits the search would take too long; the values stand one after the other then.
  const MOST_LINES = 1000;
  const ESCAPES = { __proto__: null, '\b': '\\b', '\f': '\\f', '\t': '\\t', '\v': '\\v', '\r': '\\r', '\n': '\\n\n', '\r\n': '\\r\\n\r\n' };

  const linesOf = (text) => `${text.replace(/\r\n|[\b\f\t\v\r\n]/g, (found) => ESCAPES[found])}\n`.match(/[^\n]*\n/g);

  const steps = (left, right) => {
    if (left.length + right.length > MOST_LINES) return [...left.map((line) => [1, line]), ...right.map((line) => [-1, line])];
    return rt.use('node/diff').diff(left, right);
  };

  // Of lines that differ, those of the longer text come first.
  const signed = (left, right) => {
    const lines = [];
    let ours = [];
    let theirs = [];
    const flush = () => {
      lines.push(...(left.length < right.length ? [...theirs, ...ours] : [...ours, ...theirs]));
      ours = [];
      theirs = [];
    };
    for (const [kind, line] of steps(left, right)) {
      if (kind === 1) ours.push(`-   ${line}`);
      else if (kind === -1) theirs.push(`+   ${line}`);
      else {
        flush();
        lines.push(`    ${line}`);
      }
    }
    flush();
    return lines;
  };

  const describe = (actual, expected) => {
    if (typeof actual === 'string' && typeof expected === 'string') return `${HEAD}${signed(linesOf(actual), linesOf(expected)).join('')}\n`;
    const left = String(inspect(actual));
    const right = String(inspect(expected));
    if (left === right) {
      return `Values have the same structure but are not reference-equal:\n\n${left.split('\n').map((line) => `    ${line}`).join('\n')}\n`;
    }
    return `${HEAD}${signed(left.split('\n'), right.split('\n')).join('\n')}\n`;
  };

  return { describe };
})
