// Fetches data that is in the URL itself, twice as much each time.
// expect: ok|exception|exceededCpu|exceededMemory
// cpuMs: 1000
export default {
  async fetch(request, env, ctx) {
    let text = 'x';
    for (;;) text = await (await fetch('data:text/plain,' + text + text)).text();
  },
};
