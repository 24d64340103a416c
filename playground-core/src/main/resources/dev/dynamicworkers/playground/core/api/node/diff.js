// `diff` of node:util: the shortest script of insertions (1) and deletions (-1) that makes one sequence of the other.
(function (rt) {
  'use strict';
  const { Array, Map } = rt.primordials;
  const { invalidArgType } = rt.use('node/errors');

  const check = (value, name) => {
    if (typeof value !== 'string' && !Array.isArray(value)) throw invalidArgType(name, 'string', value);
  };

  // Myers' greedy search: the farthest point on each diagonal after each number of edits.
  const search = (a, b) => {
    const reach = new Map([[1, 0]]);
    const history = [];
    for (let edits = 0; ; edits++) {
      history.push(new Map(reach));
      for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
        const down = diagonal === -edits || (diagonal !== edits && reach.get(diagonal - 1) < reach.get(diagonal + 1));
        let x = down ? reach.get(diagonal + 1) : reach.get(diagonal - 1) + 1;
        let y = x - diagonal;
        while (x < a.length && y < b.length && a[x] === b[y]) {
          x++;
          y++;
        }
        reach.set(diagonal, x);
        if (x >= a.length && y >= b.length) return history;
      }
    }
  };

  const diff = (actual, expected) => {
    check(actual, 'actual');
    check(expected, 'expected');
    const history = search(actual, expected);
    const result = [];
    let x = actual.length;
    let y = expected.length;
    for (let edits = history.length - 1; edits >= 0; edits--) {
      const reach = history[edits];
      const diagonal = x - y;
      const down = diagonal === -edits || (diagonal !== edits && reach.get(diagonal - 1) < reach.get(diagonal + 1));
      const beforeX = reach.get(down ? diagonal + 1 : diagonal - 1);
      const beforeY = beforeX - (down ? diagonal + 1 : diagonal - 1);
      while (x > beforeX && y > beforeY) {
        result.push([0, actual[--x]]);
        y--;
      }
      if (edits === 0) break;
      if (down) result.push([-1, expected[--y]]);
      else result.push([1, actual[--x]]);
    }
    return result.reverse();
  };

  return { diff };
})
