// node:os: fixed answers, for a worker is told nothing of its machine.
(function (rt) {
  'use strict';
  return {
    EOL: '\n', devNull: '/dev/null', arch: () => 'x64', availableParallelism: () => 1, cpus: () => [], endianness: () => 'LE', freemem: () => 0,
    getPriority: () => 0, homedir: () => '/tmp', hostname: () => 'localhost', loadavg: () => [0, 0, 0], machine: () => 'x86_64',
    networkInterfaces: () => ({}), platform: () => 'linux', release: () => '', setPriority() {}, tmpdir: () => '/tmp', totalmem: () => 0,
    type: () => 'Linux', uptime: () => 0, version: () => '', userInfo: () => ({ uid: 0, gid: 0, username: 'worker', homedir: '/tmp', shell: null }),
    constants: { signals: {}, errno: {}, priority: {}, dlopen: {}, UV_UDP_REUSEADDR: 4 },
  };
})
