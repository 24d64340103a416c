// node:https: requests by `fetch`; servers refuse.
(function (rt) {
  'use strict';
  const http = rt.use('node/http');

  class Agent extends http.Agent {
    constructor(options) {
      super(options);
      this.defaultPort = 443;
      this.protocol = 'https:';
    }
  }

  const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });
  const secure = (options) => ({ agent: globalAgent, defaultProtocol: 'https:', ...options });

  function request(input, options, callback) {
    if (typeof input === 'string' || input instanceof rt.global.URL) {
      const given = typeof options === 'function' ? undefined : options;
      return http.request(input, secure(given), typeof options === 'function' ? options : callback);
    }
    return http.request(secure(input), options, callback);
  }
  function get(input, options, callback) {
    const asked = request(input, options, callback);
    asked.end();
    return asked;
  }

  return { Agent, globalAgent, Server: http.Server, createServer: http.createServer, get, request };
})
