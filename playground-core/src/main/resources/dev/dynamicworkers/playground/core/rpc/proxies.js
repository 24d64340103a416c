// Proxies of guest code on their way to another isolate: over RPC one that stands for a plain object or an RpcTarget goes as a stub,
// so that its traps run at home; nowhere else can one be cloned.
(function (rt) {
  'use strict';
  const { Object, ObjectGetPrototypeOf, ObjectPrototypeToString } = rt.primordials;
  const { cannotClone } = rt.use('rpc/clone');
  const NO_RECEIVER =
    'Proxy could not be serialized because it is not a valid RPC receiver type. The Proxy must emulate either a plain object or an ' +
    "RpcTarget, as indicated by the Proxy's prototype chain.";

  function write(writer, proxy) {
    if (writer.mode !== 'rpc') throw cannotClone(nameOf(proxy));
    if (!isReceiver(proxy)) throw rt.domException('DataCloneError', NO_RECEIVER);
    return writer.capability('f', { export: proxy }, rt.use('rpc/stub'));
  }

  function isReceiver(proxy) {
    const { RpcTarget } = rt.use('modules/workers');
    const first = ObjectGetPrototypeOf(proxy);
    if (first === Object.prototype) return true;
    for (let prototype = first; prototype !== null; prototype = ObjectGetPrototypeOf(prototype)) {
      if (prototype === RpcTarget.prototype) return true;
    }
    return false;
  }

  // What the reference runtime calls a proxy in its error: by the class of its target, unless that has a toString() of its own.
  function nameOf(proxy) {
    const { target } = rt.proxyParts(proxy);
    if (rt.proxyParts(target) !== undefined) return nameOf(target);
    try {
      const name = target.constructor?.name;
      if (target.toString === Object.prototype.toString && typeof name === 'string' && name !== '') return `#<${name}>`;
    } catch {
      // A target that throws is called by the common name.
    }
    return ObjectPrototypeToString({});
  }
  return { write };
})
