// Has JSON revived by what grows it again, and written by what never ends.
// expect: exception|exceededCpu|exceededMemory
// cpuMs: 1000
export default {
  async fetch(request, env, ctx) {
    JSON.parse('[[1]]', function (key, value) { if (Array.isArray(this) && this.length < 1e9) this.push([1]); return value; });
    return new Response(JSON.stringify({ toJSON() { return { again: Object.create(this) }; } }, null, ' '.repeat(10)));
  },
};
