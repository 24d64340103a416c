// Looks for anything of the process that it runs in.
// expect: ok
// says: found []
export default {
  async fetch(request, env, ctx) {
    const found = [];
    for (const name of ['Java', 'Polyglot', 'Graal', 'Packages', 'java', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'quit', 'exit', 'read', 'readbuffer', 'readline', 'require', '__dirname', 'Deno', 'Bun', 'JavaImporter', 'javaAddToClasspath', 'JSAdapter', 'debugBuiltins', 'Debug', 'Test262', 'Interop', 'InternalError']) {
      if (name in globalThis) found.push(name);
    }
    for (const name of ['PATH', 'HOME', 'LC_ALL', 'TMPDIR', 'JAVA_HOME', 'USER']) {
      if (globalThis.process?.env?.[name] !== undefined) found.push('process.env.' + name);
    }
    if (env.API === undefined || Object.keys(env).sort().join() !== 'API,CODE,SECRET') found.push('env: ' + Object.keys(env));
    return new Response('found [' + found + ']');
  },
};
