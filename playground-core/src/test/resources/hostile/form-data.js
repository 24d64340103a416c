// Makes a form without end.
// expect: exceededCpu
export default {
  async fetch(request, env, ctx) {
    const form = new FormData();
    for (let i = 0; ; i++) form.append('name', 'value'.repeat(100) + i);
  },
};
