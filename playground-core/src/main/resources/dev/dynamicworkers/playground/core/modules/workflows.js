// The module `cloudflare:workflows`.
(function (rt) {
  'use strict';
  class NonRetryableError extends rt.primordials.Error {
    constructor(message, name = 'NonRetryableError') {
      super(message);
      this.name = name;
    }
  }
  return { NonRetryableError };
})
