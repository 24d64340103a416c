// Resolves promises with promises a million deep, and waits for an async function that waits for itself.
// expect: exceededCpu|exceededMemory|exception
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    let last = new Promise(() => {});
    for (let i = 0; i < 1e6; i++) { const inner = last; last = new Promise((resolve) => resolve(inner)); }
    const deep = async (n) => n ? (await deep(n - 1)) + 1 : 0;
    return new Response(String(await deep(1e6)));
  },
};
