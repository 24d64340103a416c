// The classes that the global object is an instance of.
(function (rt) {
  'use strict';
  const make = (name, Parent) => {
    const Class = { [name]: class extends (Parent ?? Object) {
      constructor() {
        throw rt.illegalConstructor();
      }
    } }[name];
    return rt.expose(Class);
  };
  const WorkerGlobalScope = make('WorkerGlobalScope', rt.use('events/target').EventTarget);
  const ServiceWorkerGlobalScope = make('ServiceWorkerGlobalScope', WorkerGlobalScope);
  return { WorkerGlobalScope, ServiceWorkerGlobalScope };
})
