// Sets a hundred thousand cookies, and asks for them again and again.
// expect: exceededCpu
// cpuMs: 150
export default {
  async fetch(request, env, ctx) {
    const headers = new Headers();
    for (let i = 0; i < 1e5; i++) headers.append('set-cookie', 'a' + i + '=b; path=/');
    for (;;) [...headers, headers.getSetCookie()];
  },
};
