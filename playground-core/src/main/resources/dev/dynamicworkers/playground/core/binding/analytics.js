// AnalyticsEngineDataset: data points are checked and kept by the host.
(function (rt) {
  'use strict';
  const { ArrayBuffer, Number, Uint8Array, ArrayBufferIsView, ArrayIsArray, PromisePrototypeThen } = rt.primordials;
  const { call, handleOf, make } = rt.use('binding/calls');
  const hostWrite = rt.host('analytics.write');

  function list(point, field, convert) {
    const value = point[field];
    if (value === undefined || value === null) return [];
    if (!ArrayIsArray(value)) throw rt.fieldError(field, 'AnalyticsEngineEvent', 'Array');
    return value.map(convert);
  }

  function blob(value) {
    if (value === null || value === undefined) return null;
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    if (ArrayBufferIsView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return `${value}`;
  }

  class AnalyticsEngineDataset {
    constructor() {
      throw rt.illegalConstructor();
    }
    writeDataPoint(point) {
      const handle = handleOf(this);
      if (point === undefined || point === null) return;
      if (typeof point !== 'object') throw rt.argumentError('writeDataPoint', 'AnalyticsEngineDataset', 1, 'AnalyticsEngineEvent');
      const indexes = list(point, 'indexes', blob);
      const doubles = list(point, 'doubles', (value) => Number(value));
      const blobs = list(point, 'blobs', blob);
      let refused;
      // Nobody waits for the write; what is wrong with the point is told at once.
      const written = call((op) => {
        try {
          hostWrite(op, handle, indexes, doubles, blobs);
        } catch (error) {
          refused = { error };
          throw error;
        }
      }, () => undefined);
      PromisePrototypeThen(written, undefined, () => {});
      if (refused !== undefined) throw refused.error;
    }
  }
  rt.expose(AnalyticsEngineDataset);

  return {
    AnalyticsEngineDataset,
    make: (handle) => make(AnalyticsEngineDataset, handle),
  };
})
