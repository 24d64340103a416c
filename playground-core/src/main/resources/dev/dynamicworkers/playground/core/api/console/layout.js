// How the parts of an inspected value are put on lines: one line while it is short and shallow, columns for long arrays, else one a line.
(function (rt) {
  'use strict';
  const { Math } = rt.primordials;
  const COLOUR = /\u001b\[\d\d?m/g;

  const plainLength = (ctx, text) => (ctx.colors ? text.replace(COLOUR, '').length : text.length);

  const fits = (ctx, output, start, base) => {
    let total = output.length + start;
    if (total + output.length > ctx.breakLength) return false;
    for (const part of output) {
      total += plainLength(ctx, part);
      if (total > ctx.breakLength) return false;
    }
    return base === '' || !base.includes('\n');
  };

  const columnCount = (ctx, output, widths, longest, total) => {
    const widest = longest + 2;
    if (widest * 3 + ctx.indentation >= ctx.breakLength) return 1;
    if (total / widest <= 5 && longest > 6) return 1;
    const bias = Math.sqrt(widest - total / output.length);
    const biased = Math.max(widest - 3 - bias, 1);
    return Math.min(
      Math.round(Math.sqrt(2.5 * biased * widths.length) / biased),
      Math.floor((ctx.breakLength - ctx.indentation) / widest),
      ctx.compact * 4,
      15,
    );
  };

  // Arrays of more than six short entries are set in columns; numbers align right.
  const inColumns = (ctx, output, value) => {
    const hasRest = ctx.maxArrayLength < output.length;
    const count = output.length - (hasRest ? 1 : 0);
    const widths = [];
    let total = 0;
    let longest = 0;
    for (let i = 0; i < count; i++) {
      const width = plainLength(ctx, output[i]);
      widths.push(width);
      total += width + 2;
      if (width > longest) longest = width;
    }
    const columns = columnCount(ctx, output, widths, longest, total);
    if (columns <= 1) return output;

    const columnWidths = [];
    for (let column = 0; column < columns; column++) {
      let width = 0;
      for (let i = column; i < count; i += columns) width = Math.max(width, widths[i]);
      columnWidths.push(width + 2);
    }
    const rightAligned = value !== undefined && isNumeric(value, output.length);
    const lines = [];
    for (let row = 0; row < count; row += columns) {
      const last = Math.min(row + columns, count) - 1;
      let line = '';
      for (let i = row; i < last; i++) {
        const gap = ' '.repeat(Math.max(columnWidths[i - row] - widths[i] - 2, 0));
        line += rightAligned ? `${gap}${output[i]}, ` : `${output[i]}, ${gap}`;
      }
      const gap = rightAligned ? ' '.repeat(Math.max(columnWidths[last - row] - 2 - widths[last], 0)) : '';
      lines.push(line + gap + output[last]);
    }
    if (hasRest) lines.push(output[count]);
    return lines;
  };

  const isNumeric = (value, length) => {
    for (let i = 0; i < length; i++) {
      if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
    }
    return true;
  };

  // `level` is the depth of the value, `ctx.currentDepth` that of the innermost value formatted last.
  const arrange = (ctx, output, base, braces, isList, level, value) => {
    const indent = `\n${' '.repeat(ctx.indentation)}`;
    const prefix = base === '' ? '' : `${base} `;
    if (ctx.compact === true) {
      if (fits(ctx, output, 0, base)) return `${braces[0]}${base === '' ? '' : ` ${base}`} ${output.join(', ')} ${braces[1]}`;
      const open = base === '' && braces[0].length === 1 ? ' ' : `${base === '' ? '' : ` ${base}`}\n${' '.repeat(ctx.indentation)}  `;
      return `${braces[0]}${open}${output.join(`,${indent}  `)} ${braces[1]}`;
    }
    let lines = output;
    if (ctx.compact >= 1) {
      if (isList && output.length > 6) lines = inColumns(ctx, output, value);
      if (ctx.currentDepth - level < ctx.compact && lines.length === output.length) {
        const start = lines.length + ctx.indentation + braces[0].length + base.length + 10;
        if (fits(ctx, lines, start, base)) {
          const joined = lines.join(', ');
          if (!joined.includes('\n')) return `${prefix}${braces[0]} ${joined} ${braces[1]}`;
        }
      }
    }
    return `${prefix}${braces[0]}${indent}  ${lines.join(`,${indent}  `)}${indent}${braces[1]}`;
  };

  return { arrange };
})
