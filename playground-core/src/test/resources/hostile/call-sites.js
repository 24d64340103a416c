// Reads the frames of the runtime through the stack trace API.
// expect: ok
// says: found []
export default {
  async fetch(request, env, ctx) {
    const found = [];
    const look = (sites) => {
      for (const site of sites) {
        for (const part of ['getThis', 'getFunction']) {
          const value = site[part]?.();
          if (value !== undefined && value !== null && value !== globalThis) found.push(part + ' of ' + site.getFileName?.() + ':' + site.getFunctionName?.());
        }
      }
    };
    Error.prepareStackTrace = (error, sites) => {
      if (Array.isArray(sites)) look(sites);
      return '';
    };
    new Headers({ get a() { return String(new Error('x').stack); } });
    new URLSearchParams({ toString() { return String(new Error('x').stack); } });
    await env.API.echo({ get a() { return String(new Error('x').stack); } });
    return new Response('found [' + found.filter((each) => !each.includes('program.js')) + ']');
  },
};
