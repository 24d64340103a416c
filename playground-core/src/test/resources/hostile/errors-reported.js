// Reports an error from the listener of errors.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    addEventListener('error', () => reportError(new Error('again')));
    reportError(new Error('first'));
    return new Response('reported');
  },
};
