// Ends its own isolate in the middle of a request.
// expect: aborted
import * as workers from 'cloudflare:workers';
const { abortIsolate } = workers;
export default {
  async fetch(request, env, ctx) {
    abortIsolate?.('on purpose');
    for (;;) {}
  },
};
