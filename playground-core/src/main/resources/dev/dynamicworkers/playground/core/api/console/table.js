// console.table: rows and columns in a box.
(function (rt) {
  'use strict';
  const { Array, Map, Math, Object, Set, String } = rt.primordials;
  const { inspect } = rt.use('console/inspect');

  const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e][\udc00-\udfff]/g;
  const widthOf = (text) => [...text].length + (text.match(WIDE)?.length ?? 0);

  const cellText = (value) => {
    const isLarge = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2;
    return inspect(value, { maxArrayLength: 3, breakLength: Infinity, depth: isLarge ? -1 : 0 });
  };

  const centred = (text, width) => {
    const space = width - widthOf(text);
    const left = Math.floor(space / 2);
    return ' '.repeat(left) + text + ' '.repeat(space - left);
  };

  const draw = (head, rows) => {
    const widths = head.map((title, i) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? ''))) + 2);
    const rule = (left, middle, right) => left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
    const line = (cells) => `│${cells.map((cell, i) => centred(cell ?? '', widths[i])).join('│')}│`;
    return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...rows.map(line), rule('└', '┴', '┘')].join('\n');
  };

  const entriesOf = (data) => {
    if (data instanceof Map) return [...data].map(([key, value], i) => [String(i), value, key]);
    if (data instanceof Set) return [...data].map((value, i) => [String(i), value]);
    return Object.keys(data).map((key) => [key, data[key]]);
  };

  const render = (data, chosen) => {
    const only = Array.isArray(chosen) ? chosen : undefined;
    const isMap = data instanceof Map;
    const entries = entriesOf(data);
    const columns = only === undefined ? [] : [...only].map(String);
    let hasValues = false;
    const rows = entries.map(([index, value]) => {
      const cells = new Map();
      const plain = value === null || (typeof value !== 'object' && typeof value !== 'function');
      if (plain || isMap) hasValues = true;
      else {
        for (const key of Object.keys(value)) {
          if (only === undefined && !columns.includes(key)) columns.push(key);
          cells.set(key, cellText(value[key]));
        }
      }
      return { index, cells, value: plain || isMap ? cellText(value) : '' };
    });
    const indexTitle = isMap || data instanceof Set ? '(iteration index)' : '(index)';
    const head = [indexTitle, ...(isMap ? ['Key'] : []), ...columns, ...(hasValues ? ['Values'] : [])];
    return draw(head, rows.map((row, i) => [
      row.index,
      ...(isMap ? [cellText(entries[i][2])] : []),
      ...columns.map((column) => row.cells.get(column) ?? ''),
      ...(hasValues ? [row.value] : []),
    ]));
  };

  return { render };
})
