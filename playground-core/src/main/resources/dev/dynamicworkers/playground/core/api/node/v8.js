// node:v8: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'v8',
    'cachedDataVersionTag deserialize getHeapCodeStatistics getHeapSnapshot getHeapSpaceStatistics getHeapStatistics '
      + 'serialize setFlagsFromString setHeapSnapshotNearHeapLimit startupSnapshot stopCoverage takeCoverage '
      + 'writeHeapSnapshot',
    'DefaultDeserializer DefaultSerializer Deserializer GCProfiler Serializer',
    {},
  );
})
