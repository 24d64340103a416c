// Answers each rejection that nobody handles with two more.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    addEventListener('unhandledrejection', () => { Promise.reject(new Error('a')); Promise.reject(new Error('b')); });
    Promise.reject(new Error('first'));
    await new Promise((resolve) => setTimeout(resolve, 1e6));
  },
};
