// `tracing`: spans around work of the guest. They are run; the playground does not record them yet, as a trace has no place for them.
(function (rt) {
  'use strict';
  class Span {
    get isTraced() {
      return false;
    }
    setAttribute() {}
    end() {}
  }
  rt.expose(Span);
  const tracing = {
    enterSpan: (name, fn, ...args) => fn(new Span(), ...args),
    startSpan: () => new Span(),
    startActiveSpan: (name, fn, ...args) => fn(new Span(), ...args),
    Span,
  };
  return { tracing };
})
