// navigator: what a worker may know of where it runs.
(function (rt) {
  'use strict';
  const { Promise, String } = rt.primordials;

  const slots = rt.slots();
  class Navigator {
    constructor(key) {
      if (key !== rt) throw rt.illegalConstructor();
      slots.set(this, true);
    }

    get userAgent() { return slots.has(this) ? 'Cloudflare-Workers' : undefined; }
    get hardwareConcurrency() { return 1; }
    get platform() { return ''; }
    get language() { return 'en'; }
    get languages() { return ['en']; }

    sendBeacon(url, body) {
      if (arguments.length === 0) throw rt.argumentError('sendBeacon', 'Navigator', 1, 'string');
      rt.io.require();
      try {
        rt.io.waitUntil(Promise.resolve(rt.global.fetch(String(url), { method: 'POST', body })).then(() => {}, () => {}));
        return true;
      } catch {
        return false;
      }
    }
  }

  if (!rt.compat.has('enable_navigator_language')) {
    delete Navigator.prototype.language;
    delete Navigator.prototype.languages;
  }
  rt.expose(Navigator);

  return { Navigator, navigator: new Navigator(rt) };
})
