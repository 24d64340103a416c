// Makes headers without end.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const headers = new Headers();
    for (let i = 0; ; i++) headers.append('name-' + i, 'value');
  },
};
