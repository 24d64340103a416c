// node:trace_events: categories that nobody records.
(function (rt) {
  'use strict';
  const { validateObject, withCode } = rt.use('node/errors');

  class Tracing {
    #categories;
    #isEnabled = false;

    constructor(categories) { this.#categories = categories; }
    get enabled() { return this.#isEnabled; }
    get categories() { return this.#categories.join(','); }
    enable() { this.#isEnabled = true; }
    disable() { this.#isEnabled = false; }
  }

  return {
    createTracing(options) {
      validateObject(options, 'options');
      if (options.categories === undefined || options.categories.length === 0) {
        throw withCode(rt.primordials.TypeError, 'ERR_TRACE_EVENTS_CATEGORY_REQUIRED', 'At least one category is required');
      }
      return new Tracing(options.categories);
    },
    getEnabledCategories() {},
  };
})
