// node:v8: figures of a heap that is not told, and refusals.
(function (rt) {
  'use strict';
  const { invalidArgType, validateString } = rt.use('node/errors');
  const { refusing } = rt.use('node/refusing');
  const noop = () => {};
  const zeros = (names) => rt.primordials.Object.fromEntries(names.split(' ').map((name) => [name, 0]));

  class GCProfiler { start() {} stop() {} }

  return refusing(
    '',
    'deserialize getHeapSnapshot serialize setFlagsFromString stopCoverage takeCoverage writeHeapSnapshot',
    'DefaultDeserializer DefaultSerializer Deserializer Serializer',
    {
      GCProfiler,
      cachedDataVersionTag: () => 0,
      getCppHeapStatistics: () => ({
        committed_size_bytes: 0, resident_size_bytes: 0, used_size_bytes: 0, space_statistics: [], type_names: [], detail_level: 'detailed',
      }),
      getHeapCodeStatistics: () =>
        zeros('code_and_metadata_size bytecode_and_metadata_size external_script_source_size cpu_profiler_metadata_size'),
      getHeapSpaceStatistics: () => [],
      getHeapStatistics: () => zeros(
        'total_heap_size total_heap_size_executable total_physical_size total_available_size used_heap_size heap_size_limit malloced_memory '
          + 'peak_malloced_memory does_zap_garbage number_of_native_contexts number_of_detached_contexts total_global_handles_size '
          + 'used_global_handles_size external_memory'),
      isStringOneByteRepresentation(content) {
        validateString(content, 'content');
        return !/[^\x00-\xff]/.test(content);
      },
      queryObjects(constructor) {
        if (typeof constructor !== 'function') throw invalidArgType('constructor', 'Function', constructor);
        return 0;
      },
      setHeapSnapshotNearHeapLimit(limit) {
        if (typeof limit !== 'number') throw invalidArgType('limit', 'number', limit);
      },
      promiseHooks: { createHook: () => noop, onInit: () => noop, onBefore: () => noop, onAfter: () => noop, onSettled: () => noop },
      startupSnapshot: { addSerializeCallback: noop, addDeserializeCallback: noop, setDeserializeMainFunction: noop, isBuildingSnapshot: () => false },
    },
  );
})
