// The members of `process` that say that there is no process behind it.
(function (rt) {
  'use strict';
  const { Error, Set } = rt.primordials;
  const { notImplemented, withCode } = rt.use('node/errors');
  const noop = () => {};

  const members = () => {
    const all = {
      _channel: undefined, _disconnect: undefined, _handleQueue: undefined, _pendingMessage: undefined, _send: undefined, _exiting: false,
      _debugEnd: noop, _debugProcess: noop, _rawDebug: noop, _startProfilerIdleNotifier: noop, _stopProfilerIdleNotifier: noop, _tickCallback: noop,
      _fatalException: () => false, _getActiveHandles: () => [], _getActiveRequests: () => [], _preload_modules: [],
      allowedNodeEnvironmentFlags: new Set(), channel: null, connected: false, debugPort: 0, domain: null, moduleLoadList: [],
      noDeprecation: false, throwDeprecation: false, traceDeprecation: false, sourceMapsEnabled: false,
      availableMemory: () => 0, constrainedMemory: () => 0, getgroups: () => [0], ref: noop, unref: noop, send: () => false, setSourceMapsEnabled: noop,
      finalization: { register: noop, registerBeforeExit: noop, unregister: noop },
      permission: { has: () => true },
      getSourceMapsSupport: () => ({ enabled: false, nodeModules: false, generatedCode: false }),
      loadEnvFile(path = '.env') { throw withCode(Error, 'ENOENT', `no such file or directory, readAll '/bundle/${path}'`); },
      report: {
        compact: false, directory: '', filename: '', getReport: () => ({}), reportOnFatalError: false, reportOnSignal: false,
        reportOnUncaughtException: false, excludeNetwork: false, excludeEnv: false, signal: 'SIGUSR2', writeReport: () => '',
      },
      get assert() { return rt.use('node/assert'); },
    };
    for (const name of ['initgroups', 'setegid', 'seteuid', 'setgid', 'setgroups', 'setuid']) {
      all[name] = () => { throw withCode(Error, 'EPERM', 'operation not permitted'); };
    }
    for (const name of [
      '_kill', '_linkedBinding', 'execve', 'getActiveResourcesInfo', 'hasUncaughtExceptionCaptureCallback', 'reallyExit',
      'setUncaughtExceptionCaptureCallback', 'threadCpuUsage',
    ]) {
      all[name] = () => { throw notImplemented(`process.${name}`); };
    }
    return all;
  };

  return { members };
})
