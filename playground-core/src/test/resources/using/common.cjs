'use strict'
using held = { name: 'cjs', [Symbol.dispose]() { exports.disposed = true } };
exports.name = held.name;
exports.count = arguments.length;
exports.strict = (function () { return this === undefined })();
