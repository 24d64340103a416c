// Sends a thousand requests at once.
// expect: exception|exceededCpu|exceededMemory
// says: subrequests|CPU time limit|memory limit
// cpuMs: 2000
export default {
  async fetch(request, env, ctx) {
    await Promise.allSettled(Array.from({ length: 1000 }, () => fetch('http://example.com/')));
    await fetch('http://example.com/');
  },
};
