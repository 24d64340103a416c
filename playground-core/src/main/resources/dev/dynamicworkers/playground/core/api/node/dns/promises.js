// node:dns/promises: present, and refusing.
(function (rt) {
  'use strict';
  return rt.use('node/refusing').refusing(
    'dns/promises',
    'getDefaultResultOrder getServers lookup lookupService resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx '
      + 'resolveNaptr resolveNs resolvePtr resolveSoa resolveSrv resolveTxt reverse setDefaultResultOrder setServers',
    'Resolver',
    rt.use('node/dns-constants'),
  );
})
