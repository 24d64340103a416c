// Writes within a hundred thousand groups, each of which moves the line further to the right.
// expect: ok|exceededCpu|exceededMemory
// cpuMs: 1000
export default {
  async fetch(request, env, ctx) {
    for (let i = 0; i < 1e5; i++) console.group();
    for (let i = 0; i < 1000; i++) console.log('x\n'.repeat(1000));
    return new Response('written');
  },
};
